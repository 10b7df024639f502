package io.kernelign.training;

import io.kernelign.torch.Tensor;
import java.util.ArrayList;
import java.util.List;

/**
 * How many rows of logits exist at once: products with the head run over chunks, element-wise work over blocks of a
 * chunk that stay in a processor's cache.
 */
final class HeadRows {

    /** Most logits of a chunk: 64 MiB of FLOAT32, once for the policy and once for the reference. */
    static final long CHUNK_LOGITS = 1 << 24;

    /** Fewer rows would make a product with the head wait for memory. */
    static final long LEAST_ROWS = 32;

    /** Logits of a block, half for each of two cores. */
    private static final long BLOCK_LOGITS = 1 << 17;

    /** Rows [from, to). */
    record Range(long from, long to) {

        /** These rows of a tensor; a view. */
        Tensor of(Tensor tensor) {
            return tensor.slice(0, from, to);
        }
    }

    private HeadRows() {}

    static List<Range> chunks(long rows, long vocabulary) {
        return ranges(rows, rows(vocabulary));
    }

    /** Rows of a chunk. */
    static long rows(long vocabulary) {
        return Math.max(1, CHUNK_LOGITS / vocabulary);
    }

    static List<Range> blocks(long rows, long vocabulary) {
        return ranges(rows, Math.max(1, BLOCK_LOGITS / vocabulary));
    }

    private static List<Range> ranges(long rows, long length) {
        var ranges = new ArrayList<Range>();
        for (long from = 0; from < rows; from += length) {
            ranges.add(new Range(from, Math.min(from + length, rows)));
        }
        return ranges;
    }
}
