package io.kernelign.alignment.spectrum;

/**
 * Kolmogorov-Smirnov distances of the tails of one sample from power laws. Where one tail lies too far from its law the next
 * most often does too, so that place is looked at first.
 */
final class TailDistance {

    private final double[] logs;
    private int farthest;

    /** @param logs of the sample, ascending */
    TailDistance(double[] logs) {
        this.logs = logs;
    }

    /**
     * How far the values from one place on lie from the law 1 - (x / xmin)^exponent.
     *
     * @param enough a distance from which on it does not matter how large it is
     */
    double of(int from, double exponent, double enough) {
        double largest = at(Math.max(from, farthest), from, exponent);
        for (int i = from; i < logs.length && largest < enough; i++) {
            double distance = at(i, from, exponent);
            if (distance > largest) {
                largest = distance;
                farthest = i;
            }
        }
        return largest;
    }

    private double at(int i, int from, double exponent) {
        double law = 1 - Math.exp(exponent * (logs[i] - logs[from]));
        double below = (i - from) / (double) (logs.length - from);
        return Math.abs(law - below);
    }
}
