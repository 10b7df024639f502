package io.kernelign.alignment.spectrum;

/**
 * Kolmogorov-Smirnov distances of the tails of one sample from power laws. Where one tail lies too far from its law the next
 * most often does too, so places are looked at from there outwards.
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
        int centre = Math.max(from, farthest);
        int reach = Math.max(centre - from, logs.length - 1 - centre);
        double largest = 0;
        for (int away = 0; away <= reach && largest < enough; away++) {
            largest = farther(centre - away, from, exponent, largest);
            largest = farther(centre + away, from, exponent, largest);
        }
        return largest;
    }

    private double farther(int i, int from, double exponent, double largest) {
        if (i < from || i >= logs.length) {
            return largest;
        }
        double distance = at(i, from, exponent);
        if (distance <= largest) {
            return largest;
        }
        farthest = i;
        return distance;
    }

    private double at(int i, int from, double exponent) {
        double law = 1 - Math.exp(exponent * (logs[i] - logs[from]));
        double below = (i - from) / (double) (logs.length - from);
        return Math.abs(law - below);
    }
}
