package io.kernelign.training;

import java.util.List;

/**
 * Where the policy's mean-pooled last hidden states of held-out responses lay during a training, in the plane of their two
 * leading principal components at its end.
 *
 * @param explainedX share of the variance at the end that lies along x
 * @param explainedY along y
 * @param snapshots before the first step, after epochs and at the end, in this order
 */
public record EmbeddingScatter(double explainedX, double explainedY, List<Snapshot> snapshots) {

    static final EmbeddingScatter NONE = new EmbeddingScatter(0, 0, List.of());

    public EmbeddingScatter {
        snapshots = List.copyOf(snapshots);
    }

    /**
     * One moment.
     *
     * @param points the same responses in the same order in every snapshot, at most 500
     */
    public record Snapshot(long step, double epoch, List<Point> points) {}

    /**
     * One response.
     *
     * @param side {@code chosen} or {@code rejected}
     */
    public record Point(String pair, String side, double x, double y) {}
}
