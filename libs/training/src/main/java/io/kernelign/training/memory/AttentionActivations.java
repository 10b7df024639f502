package io.kernelign.training.memory;

import io.kernelign.lm.config.AttentionConfig;
import io.kernelign.training.memory.RowShape.Segment;

/**
 * What attention itself keeps of a batch, between the rotation of queries and keys and the output projection. Which way a
 * segment goes is decided in {@code primitives.py}.
 *
 * @param window positions that a query sees; 0 for all
 * @param type bytes of a number of the computation
 */
record AttentionActivations(AttentionConfig config, int window, int type) {

    /** Most scores over all heads that bfloat16 makes at once. */
    private static final long SHORT = 1 << 20;

    private static final long BOOL = 1;

    /** Bytes that backward needs. */
    long kept(BatchShape batch) {
        // Keys and values are laid out anew for each segment, with one copy of them for each query head.
        long perToken = (long) config.queryWidth() * type;
        return batch.tokens() * perToken
                + batch.overSegments(segment -> 2 * segment.columns() * perToken + made(segment));
    }

    private long made(Segment segment) {
        if (config.softCap() > 0) {
            return capped(segment);
        }
        if (atOnce(segment)) {
            return config.heads() * segment.scores() * type;
        }
        long outputs = segment.rows() * (config.queryWidth() * (long) type + config.heads() * (long) Float.BYTES);
        boolean masked = windowed(segment) || segment.branches() && segment.rows() > 1;
        return outputs + (masked ? segment.scores() * type : 0);
    }

    /** The hyperbolic tangents, the weights, and both masks. */
    private long capped(Segment segment) {
        long weights = 2 * Float.BYTES + (type == Float.BYTES ? 0 : type);
        return config.heads() * segment.scores() * weights + segment.scores() * BOOL;
    }

    private boolean atOnce(Segment segment) {
        return type < Float.BYTES
                && !windowed(segment)
                && segment.rows() > 1
                && config.heads() * segment.scores() <= SHORT;
    }

    private boolean windowed(Segment segment) {
        return window > 0 && segment.columns() > window;
    }

    /** Bytes in use at once while the largest segment is computed: scores, where they exist, and masks. */
    long inUse(BatchShape batch) {
        return batch.rows().stream()
                .flatMap(row -> row.segments().stream())
                .mapToLong(segment ->
                        config.softCap() > 0 ? 3 * Float.BYTES * config.heads() * segment.scores() : made(segment))
                .max()
                .orElse(0);
    }
}
