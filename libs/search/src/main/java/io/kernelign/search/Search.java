package io.kernelign.search;

import java.util.List;

/** Proposes one point after the other. */
public sealed interface Search permits GridSearch, RandomSearch, ParzenSearch, HalvingSearch {

    /** How many trials there are at most. */
    int trials();

    /** How many whole runs they cost together. */
    default double runs() {
        return trials();
    }

    /** Whether each point depends on the scores of all trials that are known by then. */
    boolean learns();

    /**
     * How many of the first trials have to have ended before the next one is chosen.
     *
     * @param begun all trials that have, in their order
     */
    default int awaited(List<Trial> begun) {
        return 0;
    }

    /**
     * Whether no trial follows.
     *
     * @param begun all trials that have, in their order
     */
    default boolean isComplete(List<Trial> begun) {
        return begun.size() == trials();
    }

    /**
     * The next trial.
     *
     * @param earlier all trials before it, in their order; the search is not complete with them, and the {@link #awaited} ones
     *     have ended
     */
    Proposal next(List<Trial> earlier);
}
