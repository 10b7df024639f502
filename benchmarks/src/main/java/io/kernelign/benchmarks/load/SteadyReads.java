package io.kernelign.benchmarks.load;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Reads at a steady rate, whether earlier answers are there or not; a read is timed from when it was due. */
public final class SteadyReads implements AutoCloseable {

    private final Supplier<CompletableFuture<?>> read;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private volatile Latencies latencies = new Latencies();

    /**
     * Begins.
     *
     * @param read sends a request; what it answers with fails where the read has
     */
    public SteadyReads(double perSecond, Supplier<CompletableFuture<?>> read) {
        this.read = read;
        long nanos = Math.round(TimeUnit.SECONDS.toNanos(1) / perSecond);
        long start = System.nanoTime();
        var turn = new long[1];
        clock.scheduleAtFixedRate(() -> read(start + nanos * turn[0]++), 0, nanos, TimeUnit.NANOSECONDS);
    }

    private void read(long due) {
        var into = latencies;
        read.get().whenComplete((answer, failure) -> {
            if (failure == null) {
                into.add(System.nanoTime() - due);
            } else {
                into.fail();
            }
        });
    }

    /** Forgets what was measured so far. */
    public void measureFromNow() {
        latencies = new Latencies();
    }

    /** What has been measured; reads that are on their way are still added. */
    public Latencies latencies() {
        return latencies;
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
