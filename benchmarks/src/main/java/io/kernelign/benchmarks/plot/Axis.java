package io.kernelign.benchmarks.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * A linear axis.
 *
 * @param from its lower end
 * @param to its upper end, above {@code from}
 */
public record Axis(String label, double from, double to) {

    private static final int LEAST_TICKS = 4;
    private static final double[] STEPS = {5, 2, 1, 0.5, 0.2};
    private static final double ROUNDING = 1e-9;

    public Axis {
        if (!(from < to)) {
            throw new IllegalArgumentException("an axis goes up, not from " + from + " to " + to);
        }
    }

    /** An axis that holds the finite ones of the values, with a little air around them. */
    public static Axis around(String label, double... values) {
        double least = finite(values).min().orElse(0);
        double most = finite(values).max().orElse(1);
        double air = least == most ? 1 : (most - least) / 20;
        return new Axis(label, least - air, most + air);
    }

    private static DoubleStream finite(double... values) {
        return Arrays.stream(values).filter(Double::isFinite);
    }

    /** Where a value lies: 0 at the lower end, 1 at the upper one. */
    double position(double value) {
        return (value - from) / (to - from);
    }

    /** Round numbers on the axis, at least four, a step of 1, 2 or 5 times a power of ten apart. */
    public List<Double> ticks() {
        double step = step();
        var ticks = new ArrayList<Double>();
        for (long i = (long) Math.ceil(from / step - ROUNDING); i * step <= to + ROUNDING * step; i++) {
            ticks.add(i * step);
        }
        return ticks;
    }

    private double step() {
        double span = to - from;
        double power = Math.pow(10, Math.floor(Math.log10(span)));
        for (double step : STEPS) {
            if (span / (step * power) >= LEAST_TICKS) {
                return step * power;
            }
        }
        return power / 10;
    }

    /** The shortest text that tells the ticks apart. */
    String text(double tick) {
        int decimals = (int) Math.max(0, -Math.floor(Math.log10(step()) + ROUNDING));
        return Svg.number(tick, decimals);
    }
}
