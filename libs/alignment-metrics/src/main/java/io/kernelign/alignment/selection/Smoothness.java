package io.kernelign.alignment.selection;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Smoothness (Table 4): mean W1 distance of d+ - d- between consecutive ones of 20 windows in upload order, in units of
 * s, less its mean over 100 random orders, at least 0. Uncorrected, data without any drift has 0.51 at 200 pairs and
 * 0.06 at 20,000. Fewer pairs than windows cannot say.
 */
final class Smoothness implements PairMetric {

    private static final int WINDOWS = 20;
    private static final int ORDERS = 100;

    @Override
    public Measurement measure(PairDistances pairs, long seed) {
        if (pairs.size() < WINDOWS) {
            return Measurement.CANNOT_SAY;
        }
        double raw = change(pairs.differences()) / pairs.spread();
        double byChance = underOrders(pairs.differences(), new SplittableRandom(seed)) / pairs.spread();
        return Measurement.of(Math.max(0, raw - byChance), raw);
    }

    private static double underOrders(double[] values, SplittableRandom random) {
        double sum = 0;
        for (int round = 0; round < ORDERS; round++) {
            shuffle(values, random);
            sum += change(values);
        }
        return sum / ORDERS;
    }

    private static double change(double[] values) {
        double sum = 0;
        var before = window(values, 0);
        for (int t = 1; t < WINDOWS; t++) {
            var after = window(values, t);
            sum += Wasserstein1.between(before, after);
            before = after;
        }
        return sum / (WINDOWS - 1);
    }

    private static double[] window(double[] values, int t) {
        int from = (int) ((long) values.length * t / WINDOWS);
        int to = (int) ((long) values.length * (t + 1) / WINDOWS);
        var window = Arrays.copyOfRange(values, from, to);
        Arrays.sort(window);
        return window;
    }

    private static void shuffle(double[] values, SplittableRandom random) {
        for (int i = values.length - 1; i > 0; i--) {
            int j = (int) Long.remainderUnsigned(random.nextLong(), i + 1L);
            double moved = values[i];
            values[i] = values[j];
            values[j] = moved;
        }
    }
}
