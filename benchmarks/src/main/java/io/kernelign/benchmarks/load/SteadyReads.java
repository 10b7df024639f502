package io.kernelign.benchmarks.load;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Reads at a steady rate, whether earlier answers are there or not; a read is timed from when it was due. */
public final class SteadyReads implements AutoCloseable {

    private final Supplier<CompletableFuture<?>> read;
    private final Thread clock;
    private volatile Latencies latencies = new Latencies();

    /**
     * Begins.
     *
     * @param read sends a request; what it answers with fails where the read has
     */
    public SteadyReads(double perSecond, Supplier<CompletableFuture<?>> read) {
        this.read = read;
        long nanos = Math.round(TimeUnit.SECONDS.toNanos(1) / perSecond);
        clock = new Thread(() -> keepTime(nanos), "steady-reads");
        clock.setDaemon(true);
        clock.start();
    }

    private void keepTime(long nanos) {
        long start = System.nanoTime();
        try {
            for (long turn = 0; ; turn++) {
                long due = start + nanos * turn;
                TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
                read(due);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
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
        clock.interrupt();
    }
}
