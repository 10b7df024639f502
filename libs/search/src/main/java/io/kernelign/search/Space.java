package io.kernelign.search;

import java.util.List;

/** What is searched; at least one dimension. */
public record Space(List<Dimension> dimensions) {

    public Space {
        dimensions = List.copyOf(dimensions);
        if (dimensions.isEmpty()) {
            throw new IllegalArgumentException("a space without dimensions");
        }
    }

    /** How many different points it has; {@link Long#MAX_VALUE} for more than a long can count. */
    public long size() {
        return Sizes.product(dimensions.stream().mapToLong(Dimension::size));
    }
}
