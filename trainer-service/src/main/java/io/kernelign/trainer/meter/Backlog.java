package io.kernelign.trainer.meter;

import io.kernelign.contracts.JobState;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * The jobs that have not ended.
 *
 * @param byState how many stand in each state; none are left out
 * @param waiting how many of them wait for a worker
 * @param paused how many rest until they are resumed
 * @param waitingSince when the oldest of those came that wait; empty when none does
 */
record Backlog(Map<JobState, Long> byState, long waiting, long paused, Optional<Instant> waitingSince) {

    long in(JobState state) {
        return byState.getOrDefault(state, 0L);
    }
}
