package io.kernelign.benchmarks.load;

import java.util.Arrays;
import java.util.Locale;

/** How long each of many answers took. */
public final class Latencies {

    private long[] nanos = new long[1 << 10];
    private int count;
    private int failures;

    public synchronized void add(long taken) {
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, 2 * count);
        }
        nanos[count++] = taken;
    }

    public synchronized void fail() {
        failures++;
    }

    public synchronized int count() {
        return count;
    }

    public synchronized int failures() {
        return failures;
    }

    /**
     * The smallest time within which at least this share of the answers was there, in milliseconds.
     *
     * @param share above 0, at most 1
     */
    public synchronized double millis(double share) {
        if (count == 0) {
            throw new IllegalStateException("nothing was measured");
        }
        var sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        return sorted[(int) Math.ceil(share * count) - 1] / 1e6;
    }

    /** Median, two tails and the slowest, as cells of a table. */
    public String cells() {
        return String.format(
                Locale.ROOT,
                "%.1f ms | %.1f ms | %.1f ms | %.1f ms",
                millis(0.5),
                millis(0.9),
                millis(0.99),
                millis(1));
    }
}
