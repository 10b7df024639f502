package io.kernelign.trainer.sweep;

import static io.kernelign.contracts.TaskState.CANCELLED;
import static io.kernelign.contracts.TaskState.FAILED;
import static io.kernelign.contracts.TaskState.QUEUED;
import static io.kernelign.contracts.TaskState.RUNNING;
import static io.kernelign.contracts.TaskState.SUCCEEDED;

import io.kernelign.contracts.TaskState;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The life of a sweep, all of it.
 *
 * <pre>
 *   queued ---> running ---> succeeded   at least one of its trials has a score
 *      \           \ `-----> failed      none has
 *       `-----------`-------> cancelled
 * </pre>
 *
 * It is queued until its first trial begins; what a trial is doing is told by its jobs.
 */
final class SweepLifecycle {

    private static final Map<TaskState, Set<TaskState>> NEXT =
            Map.of(QUEUED, Set.of(RUNNING, CANCELLED), RUNNING, Set.of(RUNNING, SUCCEEDED, FAILED, CANCELLED));

    private SweepLifecycle() {}

    /** The states from which a sweep may go to the given one; a running one runs on with each trial that begins. */
    static List<TaskState> before(TaskState to) {
        return Arrays.stream(TaskState.values())
                .filter(from -> NEXT.getOrDefault(from, Set.of()).contains(to))
                .toList();
    }
}
