package io.kernelign.search;

import java.util.List;

/** Proposes one point after the other. */
public sealed interface Search permits GridSearch, RandomSearch, ParzenSearch {

    /** How many trials there are in all. */
    int trials();

    /** Whether what it proposes depends on scores. */
    boolean learns();

    /**
     * The point of the next trial: no earlier one's.
     *
     * @param earlier all trials before it, fewer than {@link #trials()}, in their order
     */
    Point next(List<Trial> earlier);
}
