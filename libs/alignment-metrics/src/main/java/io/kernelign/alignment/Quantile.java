package io.kernelign.alignment;

/** Quantiles that interpolate linearly between order statistics. */
public final class Quantile {

    private Quantile() {}

    /**
     * @param sorted not empty
     * @param share in [0, 1]
     */
    public static double of(double[] sorted, double share) {
        double at = share * (sorted.length - 1);
        int below = (int) at;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }
}
