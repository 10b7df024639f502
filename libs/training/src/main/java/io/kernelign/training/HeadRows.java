package io.kernelign.training;

import io.kernelign.lm.decoder.Head;
import io.kernelign.torch.Tensor;
import java.util.ArrayList;
import java.util.List;

/**
 * How many rows of logits exist at once: products with the head run over chunks, element-wise work over blocks of a
 * chunk that stay in a processor's cache.
 */
final class HeadRows {

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

    /** The chunks of so many rows of a head's logits. */
    static List<Range> chunks(long rows, Head head) {
        return ranges(rows, head.chunk());
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
