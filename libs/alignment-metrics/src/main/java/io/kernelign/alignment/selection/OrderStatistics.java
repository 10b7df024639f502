package io.kernelign.alignment.selection;

/** Values by their rank, found by counting: the sample is read a few times, and nothing of its size is kept. */
final class OrderStatistics {

    private static final int HALF = 16;
    private static final int LOW = (1 << HALF) - 1;

    /** A sample of floats by place. */
    interface Sample {
        float at(int place);
    }

    private final int count;
    private final Sample sample;

    /** @param count at least 1 */
    OrderStatistics(int count, Sample sample) {
        this.count = count;
        this.sample = sample;
    }

    /** Interpolates linearly between order statistics; {@code share} in [0, 1]. */
    double quantile(double share) {
        double at = share * (count - 1);
        int below = (int) at;
        double low = ranked(below);
        return at == below ? low : low + (at - below) * (ranked(below + 1) - low);
    }

    /** The smallest has rank 0. */
    float ranked(int rank) {
        var byHigh = new int[1 << HALF];
        for (int i = 0; i < count; i++) {
            byHigh[high(sortable(sample.at(i)))]++;
        }
        int left = rank;
        int high = 0;
        while (left >= byHigh[high]) {
            left -= byHigh[high++];
        }
        var byLow = new int[1 << HALF];
        for (int i = 0; i < count; i++) {
            int bits = sortable(sample.at(i));
            if (high(bits) == high) {
                byLow[bits & LOW]++;
            }
        }
        int low = 0;
        while (left >= byLow[low]) {
            left -= byLow[low++];
        }
        return value((high + Short.MIN_VALUE) << HALF | low);
    }

    /** An integer that is ordered as the float is. */
    static int sortable(float value) {
        int bits = Float.floatToIntBits(value);
        return bits ^ bits >> 31 & Integer.MAX_VALUE;
    }

    /** The float of {@link #sortable}. */
    static float value(int sortable) {
        return Float.intBitsToFloat(sortable ^ sortable >> 31 & Integer.MAX_VALUE);
    }

    /** The upper half, from 0. */
    static int high(int sortable) {
        return (sortable >> HALF) - Short.MIN_VALUE;
    }
}
