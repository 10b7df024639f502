package io.kernelign.contracts;

import java.time.Instant;

/**
 * Where a job stands that waits for a worker.
 *
 * @param position 1 for what the next free worker takes, of all tenants' work
 * @param expectedStart as long as the work ahead of it takes what work took lately; {@code null} while nothing says how long
 *     that is, and where nothing runs
 */
public record QueuePlace(int position, Instant expectedStart) {}
