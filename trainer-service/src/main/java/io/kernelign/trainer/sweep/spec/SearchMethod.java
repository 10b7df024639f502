package io.kernelign.trainer.sweep.spec;

/** How points are chosen. */
public enum SearchMethod {
    GRID,
    RANDOM,
    BAYESIAN
}
