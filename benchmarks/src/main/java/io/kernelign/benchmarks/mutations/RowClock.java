package io.kernelign.benchmarks.mutations;

import java.util.function.LongConsumer;

/** Measures how long an import takes from one row to the next. */
final class RowClock implements LongConsumer {

    private final long start = System.nanoTime();
    private long last = start;
    private long slowest;
    private long rows;

    @Override
    public void accept(long count) {
        long now = System.nanoTime();
        slowest = Math.max(slowest, now - last);
        last = now;
        rows = count;
    }

    long rows() {
        return rows;
    }

    /** Seconds from one row to the next, at the most; from the start to the first, too. */
    double slowest() {
        return slowest / 1e9;
    }

    /** Seconds since this was made. */
    double seconds() {
        return (System.nanoTime() - start) / 1e9;
    }
}
