package io.kernelign.training.memory;

import java.util.List;
import java.util.function.ToLongFunction;

/** The lengths of one forward pass. */
record BatchShape(List<RowShape> rows) {

    /** Its positions. */
    long tokens() {
        return rows.stream().mapToLong(RowShape::tokens).sum();
    }

    long responseTokens() {
        return rows.stream().mapToLong(RowShape::responseTokens).sum();
    }

    /** A sum over all queries that attend together. */
    long overSegments(ToLongFunction<RowShape.Segment> bytes) {
        return rows.stream()
                .flatMap(row -> row.segments().stream())
                .mapToLong(bytes)
                .sum();
    }
}
