/**
 * Owns results (schema metrics): runs, metric points in idempotent batches, series and summaries.
 */
package io.kernelign.metrics;
