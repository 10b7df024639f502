package io.kernelign.search;

import java.util.stream.LongStream;

/** Products of sizes that may be too large for a long. */
final class Sizes {

    private Sizes() {}

    /** Of numbers of at least 1; {@link Long#MAX_VALUE} where it is at least that. */
    static long product(LongStream sizes) {
        return sizes.reduce(1, (a, b) -> a > Long.MAX_VALUE / b ? Long.MAX_VALUE : a * b);
    }
}
