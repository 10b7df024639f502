package io.kernelign.search;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Every combination of the levels of its axes; those of the last axis follow each other. */
public record GridSearch(List<Axis> axes) implements Search {

    public GridSearch {
        axes = List.copyOf(axes);
        if (size(axes) > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("a grid of " + size(axes) + " points");
        }
    }

    /** How many points a grid has; {@link Long#MAX_VALUE} for more than a long can count. */
    public static long size(List<Axis> axes) {
        return Sizes.product(axes.stream().mapToLong(Axis::levels));
    }

    @Override
    public int trials() {
        return (int) size(axes);
    }

    @Override
    public boolean learns() {
        return false;
    }

    @Override
    public Proposal next(List<Trial> earlier) {
        var coordinates = new ArrayList<Double>();
        long rest = earlier.size();
        for (int i = axes.size() - 1; i >= 0; i--) {
            var axis = axes.get(i);
            coordinates.add(axis.level().applyAsDouble(rest % axis.levels()));
            rest /= axis.levels();
        }
        Collections.reverse(coordinates);
        return Proposal.whole(new Point(coordinates));
    }
}
