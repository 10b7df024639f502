package io.kernelign.search;

/**
 * A choice among things without an order; a coordinate is the index of one of them.
 *
 * @param options how many, at least 1
 */
public record Choice(int options) implements Dimension {

    public Choice {
        if (options < 1) {
            throw new IllegalArgumentException("a choice among " + options + " options");
        }
    }

    @Override
    public long size() {
        return options;
    }

    @Override
    public double at(double share) {
        return Math.min(options - 1, Math.floor(share * options));
    }
}
