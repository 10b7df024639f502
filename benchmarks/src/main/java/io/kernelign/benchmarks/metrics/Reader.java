package io.kernelign.benchmarks.metrics;

import io.kernelign.benchmarks.load.Latencies;
import io.kernelign.benchmarks.load.SteadyReads;
import java.util.Random;
import java.util.concurrent.CompletableFuture;

/** Reads summaries and series by turns, and once a second the long series. */
final class Reader implements AutoCloseable {

    static final int SHOWN = 500;

    private final MetricsClient client;
    private final Load load;
    private final Random draws = new Random(1);
    private final SteadyReads reads;
    private final SteadyReads longReads;

    Reader(MetricsClient client, Load load, String longRun, int perSecond) {
        this.client = client;
        this.load = load;
        this.reads = new SteadyReads(perSecond, this::read);
        this.longReads = new SteadyReads(1, () -> client.series(longRun, Load.curve(0), SHOWN));
    }

    private CompletableFuture<Integer> read() {
        var run = Load.run(draws.nextInt(load.runs()));
        var curve = Load.curve(draws.nextInt(Load.CURVES));
        return draws.nextBoolean() ? client.summary(run) : client.series(run, curve, SHOWN);
    }

    /** Forgets what was measured so far. */
    void measureFromNow() {
        reads.measureFromNow();
        longReads.measureFromNow();
    }

    Latencies reads() {
        return reads.latencies();
    }

    Latencies longReads() {
        return longReads.latencies();
    }

    @Override
    public void close() {
        reads.close();
        longReads.close();
    }
}
