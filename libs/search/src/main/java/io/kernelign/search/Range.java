package io.kernelign.search;

/**
 * All numbers, or all whole numbers, between two bounds that belong to it.
 *
 * @param from above 0 on a {@link Scale#LOG}; whole where the range is
 * @param to above {@code from}; whole where the range is
 */
public record Range(double from, double to, Scale scale, boolean whole) implements Dimension {

    private static final double HALF = 0.5;

    public Range {
        if (!(from < to) || Double.isInfinite(to - from)) {
            throw new IllegalArgumentException("a range from " + from + " to " + to);
        }
        if (scale == Scale.LOG && from <= 0) {
            throw new IllegalArgumentException("a logarithmic range from " + from);
        }
        if (whole && (Math.rint(from) != from || Math.rint(to) != to)) {
            throw new IllegalArgumentException("whole numbers from " + from + " to " + to);
        }
    }

    @Override
    public long size() {
        return whole ? (long) (to - from) + 1 : Long.MAX_VALUE;
    }

    @Override
    public double at(double share) {
        return value(low() + share * (high() - low()));
    }

    /** The lowest place on the scale; a whole number stands for all that are rounded to it. */
    double low() {
        return whole ? below(from) : scale.in(from);
    }

    double high() {
        return whole ? above(to) : scale.in(to);
    }

    /** Where what is rounded to a whole number begins. */
    double below(double value) {
        return scale.in(value - HALF);
    }

    double above(double value) {
        return scale.in(value + HALF);
    }

    /** What a place on the scale stands for. */
    double value(double place) {
        double value = scale.out(place);
        return Math.max(from, Math.min(to, whole ? Math.rint(value) : value));
    }
}
