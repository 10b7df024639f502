/**
 * Recommendations: their record (schema {@code selector}), the queue that works on them one after another and survives
 * restarts, and their HTTP interface.
 */
package io.kernelign.selector.recommendation;
