package io.kernelign.objective.divergence;

/**
 * A divergence that looks at the probability of every token of the vocabulary, and at nothing else of it.
 *
 * <p>Value and slope are closed forms, so that neither needs a recorded computation over [positions, vocabulary].
 */
public non-sealed interface VocabularyDivergence extends SingleDivergence {

    /**
     * The value that is trained on [n] and its derivative by log p [n, vocabulary], each log p taken as free; up to a
     * multiple of p, which the projection onto distributions removes. At p = q the value is 0 up to rounding and the
     * slope finite.
     */
    Sloped at(Odds odds);

    /** The estimate from observed tokens and its derivative by log p, [n] each. */
    Sloped observed(Odds odds);
}
