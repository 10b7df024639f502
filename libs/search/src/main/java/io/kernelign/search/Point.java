package io.kernelign.search;

import java.util.List;

/** @param coordinates one for each dimension of its space, in their order */
public record Point(List<Double> coordinates) {

    public Point {
        coordinates = List.copyOf(coordinates);
    }
}
