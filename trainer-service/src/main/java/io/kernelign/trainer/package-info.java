/**
 * Owns jobs (schema trainer): the durable queue, the job state machine, workers, checkpoints and artifacts.
 */
package io.kernelign.trainer;
