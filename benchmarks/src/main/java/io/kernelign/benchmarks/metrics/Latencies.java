package io.kernelign.benchmarks.metrics;

import java.util.Arrays;

/** How long each of many answers took. */
final class Latencies {

    private long[] nanos = new long[1 << 10];
    private int count;
    private int failures;

    synchronized void add(long taken) {
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, 2 * count);
        }
        nanos[count++] = taken;
    }

    synchronized void fail() {
        failures++;
    }

    synchronized int count() {
        return count;
    }

    synchronized int failures() {
        return failures;
    }

    /**
     * The smallest time within which at least this share of the answers was there, in milliseconds.
     *
     * @param share above 0, at most 1
     */
    synchronized double millis(double share) {
        if (count == 0) {
            throw new IllegalStateException("nothing was measured");
        }
        var sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        return sorted[(int) Math.ceil(share * count) - 1] / 1e6;
    }
}
