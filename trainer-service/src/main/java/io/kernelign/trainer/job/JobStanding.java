package io.kernelign.trainer.job;

/**
 * How a job, or an evaluation, stands for who does not work on it.
 *
 * @param ended whatever it came to
 * @param wish what somebody wishes of it
 */
public record JobStanding(String tenant, boolean ended, JobWish wish) {}
