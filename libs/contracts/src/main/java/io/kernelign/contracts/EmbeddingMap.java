package io.kernelign.contracts;

import java.util.List;

/**
 * Where texts of measured pairs lie in the plane in which their embeddings vary most.
 *
 * @param encoder whose embeddings they are
 * @param explainedX share of their variance along x, 0 to 1
 * @param explainedY along y
 * @param points three for each pair
 */
public record EmbeddingMap(String encoder, double explainedX, double explainedY, List<Point> points) {

    /**
     * One text.
     *
     * @param pair number of its pair in the map, from 0
     * @param side {@code prompt}, {@code chosen} or {@code rejected}
     */
    public record Point(int pair, String side, double x, double y) {}
}
