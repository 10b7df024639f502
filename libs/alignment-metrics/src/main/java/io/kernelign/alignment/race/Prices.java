package io.kernelign.alignment.race;

/**
 * What the parts of a race cost, in token-steps: one is a token that an optimiser step reads forward and backward. All
 * prices add up from the beginning and never fall.
 */
public interface Prices {

    /** Optimiser steps of a full run, at least 1. */
    long steps();

    /** Held-out pairs that can be scored, at least 1. */
    int pairs();

    /** A full run; its own reference and evaluations are not counted. */
    double fullRun();

    /** One candidate's first {@code steps} steps. */
    double training(long steps);

    /** What the reference has to say for those steps, once for all candidates. */
    double reference(long steps);

    /** One candidate's, or the reference's, reading of the first {@code pairs} held-out pairs. */
    double scoring(int pairs);
}
