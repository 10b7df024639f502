/**
 * The job itself: its life cycle, its record in schema {@code trainer}, and the writes of the worker that holds it,
 * each fenced by the attempt.
 */
package io.kernelign.trainer.job;
