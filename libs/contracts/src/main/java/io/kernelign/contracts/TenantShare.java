package io.kernelign.contracts;

/**
 * A tenant's part of the workers.
 *
 * @param weight how many turns it has while a tenant of weight 1 has one, at least 1
 * @param runningJobs jobs and evaluations of it that run at a time; {@code null} for no limit
 */
public record TenantShare(int weight, Integer runningJobs) {}
