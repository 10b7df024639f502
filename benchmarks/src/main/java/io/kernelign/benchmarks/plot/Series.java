package io.kernelign.benchmarks.plot;

import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/**
 * A line of a plot.
 *
 * @param x as many as y
 * @param y where one is not finite the line is interrupted
 */
public record Series(String name, double[] x, double[] y) {

    public Series {
        if (x.length != y.length) {
            throw new IllegalArgumentException(name + " has " + x.length + " x for " + y.length + " y");
        }
    }

    /** A function at evenly spaced points, both ends among them. */
    public static Series of(String name, double from, double to, int points, DoubleUnaryOperator function) {
        var x = IntStream.range(0, points)
                .mapToDouble(i -> from + (to - from) * i / (points - 1))
                .toArray();
        var y = IntStream.range(0, points)
                .mapToDouble(i -> function.applyAsDouble(x[i]))
                .toArray();
        return new Series(name, x, y);
    }

    /** Values at 1, 2, 3, ... */
    public static Series counted(String name, double... y) {
        return new Series(
                name, IntStream.rangeClosed(1, y.length).mapToDouble(i -> i).toArray(), y);
    }
}
