package io.kernelign.benchmarks.metrics;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Writes the batches of all runs in a process of its own. Killed and started again it goes on from what it had noted a
 * second ago at most, and so sends some batches once more.
 */
@Command(name = "metrics-writer", hidden = true)
public final class WriterCommand implements Callable<Integer> {

    private static final int THREADS = 4;
    private static final int NOTED_EVERY_MILLIS = 1_000;
    private static final int RETRY_MILLIS = 100;

    @Option(names = "--url", required = true)
    private String url;

    @Option(names = "--notes", required = true)
    private Path notes;

    @Option(names = "--runs", required = true)
    private int runs;

    @Option(names = "--batch", required = true)
    private int batch;

    @Option(names = "--points", required = true)
    private long points;

    /** Points a second of all runs. */
    @Option(names = "--rate", required = true)
    private double rate;

    @Override
    public Integer call() throws IOException, InterruptedException, ExecutionException {
        var load = new Load(runs, batch, points);
        var written = Written.read(notes, runs);
        var threads = Executors.newFixedThreadPool(THREADS);
        try {
            var all = new ArrayList<Future<?>>();
            for (int thread = 0; thread < THREADS; thread++) {
                int first = thread;
                all.add(threads.submit(() -> {
                    write(load, written, first);
                    return null;
                }));
            }
            while (!all.stream().allMatch(Future::isDone)) {
                Thread.sleep(NOTED_EVERY_MILLIS);
                written.save(notes);
            }
            for (var one : all) {
                one.get();
            }
            written.save(notes);
            return 0;
        } finally {
            threads.shutdownNow();
        }
    }

    /** Every {@value #THREADS}th run, a batch of each in turn. */
    private void write(Load load, Written written, int first) throws InterruptedException {
        var client = new MetricsClient(url);
        int sent = 0;
        long start = System.nanoTime();
        double pause = THREADS * batch / rate * 1e9;
        for (int number = 0; number < load.batchesOfRun(); number++) {
            for (int run = first; run < runs; run += THREADS) {
                if (written.batches(run) > number) {
                    continue;
                }
                long early = start + (long) (sent * pause) - System.nanoTime();
                if (early > 0) {
                    Thread.sleep(early / 1_000_000, (int) (early % 1_000_000));
                }
                append(client, Load.run(run), load.body(run, number));
                written.set(run, number + 1);
                sent++;
            }
        }
    }

    /** As the trainer does, until it is known to be written. */
    private static void append(MetricsClient client, String run, String body) throws InterruptedException {
        while (true) {
            try {
                client.append(run, body);
                return;
            } catch (IOException e) {
                Thread.sleep(RETRY_MILLIS);
            }
        }
    }
}
