package io.kernelign.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.TruncatedNormalDistribution;

/** A normal distribution on the scale of a range, cut off at its ends. */
record RangeKernel(Range range, TruncatedNormalDistribution normal) implements Kernel {

    private static final double MOST_KERNELS_IN_WIDTH = 100;

    /**
     * One about each observed value, as wide as the gap to its farther neighbour (the ends count as neighbours), and one about
     * the middle that is as wide as the range.
     */
    static List<Kernel> about(Range range, double[] values) {
        double width = range.high() - range.low();
        double least = width / Math.min(MOST_KERNELS_IN_WIDTH, values.length + 2);
        var places = Arrays.stream(values).map(range.scale()::in).toArray();
        var gaps = gaps(range, places);
        var kernels = new ArrayList<Kernel>();
        for (int i = 0; i < places.length; i++) {
            kernels.add(of(range, places[i], Math.max(least, Math.min(width, gaps[i]))));
        }
        kernels.add(of(range, (range.low() + range.high()) / 2, width));
        return kernels;
    }

    private static double[] gaps(Range range, double[] places) {
        var order = IntStream.range(0, places.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> places[i]))
                .toList();
        var gaps = new double[places.length];
        for (int i = 0; i < gaps.length; i++) {
            double place = places[order.get(i)];
            double before = i == 0 ? range.low() : places[order.get(i - 1)];
            double after = i == gaps.length - 1 ? range.high() : places[order.get(i + 1)];
            gaps[order.get(i)] = Math.max(place - before, after - place);
        }
        return gaps;
    }

    private static RangeKernel of(Range range, double middle, double deviation) {
        return new RangeKernel(range, TruncatedNormalDistribution.of(middle, deviation, range.low(), range.high()));
    }

    @Override
    public double logDensity(double coordinate) {
        return range.whole()
                ? Math.log(normal.probability(range.below(coordinate), range.above(coordinate)))
                : normal.logDensity(range.scale().in(coordinate));
    }

    @Override
    public double at(double share) {
        return range.value(normal.inverseCumulativeProbability(share));
    }
}
