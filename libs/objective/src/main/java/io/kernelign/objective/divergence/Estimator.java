package io.kernelign.objective.divergence;

/** From what a divergence is computed. */
public enum Estimator {
    /** From both distributions over the whole vocabulary at every response token. */
    FULL,
    /** From the log-probabilities of the observed tokens alone. */
    SAMPLED
}
