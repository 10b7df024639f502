package io.kernelign.trainer.job;

/**
 * A worker's right to write to a job, until a higher attempt is given out.
 *
 * @param job id of the job
 */
public record Lease(String job, int attempt) {}
