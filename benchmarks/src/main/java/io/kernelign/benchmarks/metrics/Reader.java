package io.kernelign.benchmarks.metrics;

import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Reads at a steady rate, summaries and series by turns, and once a second the long series; whether earlier answers are
 * there or not, and a late start counts.
 */
final class Reader implements AutoCloseable {

    static final int SHOWN = 500;

    private final MetricsClient client;
    private final Load load;
    private final String longRun;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final Random draws = new Random(1);
    private volatile Latencies reads = new Latencies();
    private volatile Latencies longReads = new Latencies();

    Reader(MetricsClient client, Load load, String longRun, int perSecond) {
        this.client = client;
        this.load = load;
        this.longRun = longRun;
        every(TimeUnit.SECONDS.toNanos(1) / perSecond, this::read);
        every(TimeUnit.SECONDS.toNanos(1), this::readLong);
    }

    private void every(long nanos, Timed read) {
        long start = System.nanoTime();
        var turn = new long[1];
        clock.scheduleAtFixedRate(() -> read.at(start + nanos * turn[0]++), 0, nanos, TimeUnit.NANOSECONDS);
    }

    private void read(long due) {
        var run = Load.run(draws.nextInt(load.runs()));
        var curve = Load.curve(draws.nextInt(Load.CURVES));
        measure(reads, due, draws.nextBoolean() ? client.summary(run) : client.series(run, curve, SHOWN));
    }

    private void readLong(long due) {
        measure(longReads, due, client.series(longRun, Load.curve(0), SHOWN));
    }

    private static void measure(Latencies into, long due, CompletableFuture<Integer> answer) {
        answer.whenComplete((length, failure) -> {
            if (failure == null) {
                into.add(System.nanoTime() - due);
            } else {
                into.fail();
            }
        });
    }

    /** Forgets what was measured so far. */
    void measureFromNow() {
        reads = new Latencies();
        longReads = new Latencies();
    }

    Latencies reads() {
        return reads;
    }

    Latencies longReads() {
        return longReads;
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }

    private interface Timed {
        void at(long due);
    }
}
