package io.kernelign.search;

import java.util.function.LongToDoubleFunction;

/**
 * The values of one dimension that a grid has.
 *
 * @param levels how many, at least 1
 * @param level the value of each, from 0
 */
public record Axis(long levels, LongToDoubleFunction level) {

    /** Every option. */
    public static Axis of(Choice choice) {
        return new Axis(choice.options(), i -> i);
    }

    /** Every number of a range of whole ones. */
    public static Axis ofAll(Range range) {
        if (!range.whole()) {
            throw new IllegalArgumentException("every number of a continuum");
        }
        return new Axis(range.size(), i -> range.from() + i);
    }

    /**
     * Values that are even on the range's scale, both of its bounds among them; of whole numbers the nearest ones, two of
     * which may then be the same.
     *
     * @param points how many, at least 2
     */
    public static Axis of(Range range, int points) {
        double first = range.scale().in(range.from());
        double step = (range.scale().in(range.to()) - first) / (points - 1);
        return new Axis(points, i -> i == points - 1 ? range.to() : range.value(first + i * step));
    }

    /** Whether no two levels are the same. */
    public boolean distinct() {
        for (long i = 1; i < levels; i++) {
            if (level.applyAsDouble(i) == level.applyAsDouble(i - 1)) {
                return false;
            }
        }
        return true;
    }
}
