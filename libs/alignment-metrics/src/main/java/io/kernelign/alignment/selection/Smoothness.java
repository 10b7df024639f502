package io.kernelign.alignment.selection;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Smoothness (Table 4): mean W1 distance of d+ - d- between consecutive ones of 20 windows in upload order, in units of
 * s, less its mean over 100 random orders, at least 0. Uncorrected, data without any drift has 0.51 at 200 pairs and
 * 0.06 at 20,000. Fewer pairs than windows cannot say.
 */
final class Smoothness implements PairMetric {

    private static final int ORDERS = 100;

    @Override
    public Measurement measure(PairDistances pairs, long seed) {
        if (pairs.size() < Windows.COUNT) {
            return Measurement.CANNOT_SAY;
        }
        var windows = new Windows(pairs.size());
        var change = new WindowChange(windows);
        var orders = new SplittableRandom(seed)
                .longs(ORDERS)
                .mapToObj(each -> new RandomOrder(windows, each))
                .toArray(RandomOrder[]::new);
        AscendingDifferences.visit(pairs, (values, places, count) -> {
            for (int i = 0; i < count; i++) {
                places[i] = windows.of(places[i]);
            }
            change.take(places, values, 0, count);
            Arrays.stream(orders).parallel().forEach(order -> order.take(values, count));
        });
        double raw = change.mean() / pairs.spread();
        double byChance = Moments.mean(ORDERS, i -> orders[i].change()) / pairs.spread();
        return Measurement.of(Math.max(0, raw - byChance), raw);
    }
}
