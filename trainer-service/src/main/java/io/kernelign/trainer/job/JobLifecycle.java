package io.kernelign.trainer.job;

import static io.kernelign.contracts.JobState.CANCELLED;
import static io.kernelign.contracts.JobState.EVALUATING;
import static io.kernelign.contracts.JobState.FAILED;
import static io.kernelign.contracts.JobState.QUEUED;
import static io.kernelign.contracts.JobState.SELECTING;
import static io.kernelign.contracts.JobState.SUCCEEDED;
import static io.kernelign.contracts.JobState.TRAINING;

import io.kernelign.contracts.JobState;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The life of a job, all of it.
 *
 * <pre>
 *   queued ---> selecting ---> training ---> evaluating ---> succeeded
 *      \__________________________^
 *   any of these but succeeded ---> failed, cancelled
 *   failed, cancelled ---> queued, when somebody has it tried again
 * </pre>
 *
 * A job that is paused keeps its state too, and no worker takes it until it is resumed.
 *
 * A worker takes a job in whatever state it is and counts the attempt up; from then on only that attempt may write.
 * A job whose worker went away keeps its state, and the next worker goes on from the last checkpoint.
 */
public final class JobLifecycle {

    /** How many workers a job may kill before it is given up. */
    public static final int MOST_DEATHS = 3;

    private static final Map<JobState, Set<JobState>> NEXT = Map.of(
            QUEUED, Set.of(SELECTING, TRAINING),
            SELECTING, Set.of(TRAINING),
            TRAINING, Set.of(EVALUATING),
            EVALUATING, Set.of(SUCCEEDED));

    /** What the worker that takes a job does with it. */
    public enum Pickup {
        WORK,
        CANCEL,
        GIVE_UP,
        REST,
        LEAVE
    }

    private JobLifecycle() {}

    /** Whether somebody may have a job tried again: it has ended without a result. */
    public static boolean canBeRetried(JobState state) {
        return state == FAILED || state == CANCELLED;
    }

    /** Whether a worker may take a job from one state straight to another. */
    public static boolean allows(JobState from, JobState to) {
        return !from.ended()
                && (to == FAILED || to == CANCELLED || NEXT.get(from).contains(to));
    }

    /** The states from which a job may go straight to the given one. */
    public static List<JobState> before(JobState to) {
        return Arrays.stream(JobState.values()).filter(from -> allows(from, to)).toList();
    }

    /** Whether a stage still lies before a job that was taken in the given state. */
    public static boolean ahead(JobState taken, JobState stage) {
        return taken.compareTo(stage) < 0;
    }

    /**
     * What to do with a job that the queue hands out.
     *
     * @param deaths workers that have died over it, the last one included
     */
    public static Pickup pickup(JobState state, int deaths, JobWish wish) {
        if (state.ended()) {
            return Pickup.LEAVE;
        }
        if (wish == JobWish.CANCEL) {
            return Pickup.CANCEL;
        }
        if (wish == JobWish.PAUSE) {
            return Pickup.REST;
        }
        return deaths < MOST_DEATHS ? Pickup.WORK : Pickup.GIVE_UP;
    }
}
