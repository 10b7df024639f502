package io.kernelign.trainer.sweep.spec;

/** How points are chosen, and for how long each is tried. */
public enum SearchMethod {
    GRID,
    RANDOM,
    BAYESIAN,
    HALVING,
    HYPERBAND;

    /** Whether poor trials end early and good ones go on. */
    boolean halves() {
        return this == HALVING || this == HYPERBAND;
    }
}
