/**
 * Owns results (schema metrics): runs, metric points in idempotent batches, series and summaries. A
 * {@code Run} is written under the fence of its attempt; points go in and curves come out by set-based SQL.
 */
package io.kernelign.metrics;
