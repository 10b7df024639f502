package io.kernelign.search;

import java.util.OptionalDouble;

/**
 * A trial that has begun.
 *
 * @param ended whether there is nothing more to wait for
 * @param score higher is better; finite; empty while it runs, and of one that failed
 */
public record Trial(Point point, boolean ended, OptionalDouble score) {

    public static Trial running(Point point) {
        return new Trial(point, false, OptionalDouble.empty());
    }

    public static Trial failed(Point point) {
        return new Trial(point, true, OptionalDouble.empty());
    }

    public static Trial scored(Point point, double score) {
        return new Trial(point, true, OptionalDouble.of(score));
    }
}
