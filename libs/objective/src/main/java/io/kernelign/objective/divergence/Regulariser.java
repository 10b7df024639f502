package io.kernelign.objective.divergence;

/**
 * The divergence that is trained on beside the preference.
 *
 * @param divergence {@link NoDivergence} for none
 * @param alpha its weight, >= 0
 */
public record Regulariser(Divergence divergence, double alpha, Estimator estimator) {

    /** Nothing is added to the preference. */
    public static final Regulariser NONE = new Regulariser(new NoDivergence(), 0, Estimator.FULL);

    /** Whether there is anything to compute. */
    public boolean present() {
        return !(divergence instanceof NoDivergence);
    }

    /** Whether it needs both distributions over the whole vocabulary. */
    public boolean readsVocabulary() {
        return present() && estimator == Estimator.FULL;
    }
}
