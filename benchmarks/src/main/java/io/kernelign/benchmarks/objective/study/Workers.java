package io.kernelign.benchmarks.objective.study;

import io.kernelign.torch.Torch;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Runs trainings side by side, one a core; each computes on one thread, so that its numbers do not depend on the others. */
public final class Workers {

    /** One training of a candidate. */
    @FunctionalInterface
    public interface Training {
        Outcome run(Candidate candidate, int seed) throws IOException;
    }

    private Workers() {}

    /** Trains every candidate from every seed, 1 to {@code seeds}. */
    public static Trials run(String condition, List<Candidate> candidates, int seeds, Training training)
            throws IOException, InterruptedException {
        Torch.threads(1);
        var pool = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        try {
            var pending = new LinkedHashMap<String, List<Future<Outcome>>>();
            for (var candidate : candidates) {
                var futures = new ArrayList<Future<Outcome>>();
                for (int seed = 1; seed <= seeds; seed++) {
                    int own = seed;
                    futures.add(pool.submit(() -> training.run(candidate, own)));
                }
                pending.put(candidate.name(), futures);
            }
            return collected(condition, pending);
        } finally {
            pool.shutdownNow();
        }
    }

    private static Trials collected(String condition, Map<String, List<Future<Outcome>>> pending)
            throws IOException, InterruptedException {
        var outcomes = new LinkedHashMap<String, List<Outcome>>();
        var trials = new Trials(outcomes);
        for (var entry : pending.entrySet()) {
            var bySeed = new ArrayList<Outcome>();
            for (var future : entry.getValue()) {
                bySeed.add(result(future));
            }
            outcomes.put(entry.getKey(), bySeed);
            System.out.printf("%-16s %-32s %.3f%n", condition, entry.getKey(), trials.accuracy(entry.getKey()));
        }
        return trials;
    }

    private static Outcome result(Future<Outcome> future) throws IOException, InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new IOException("a training of the study failed", e.getCause());
        }
    }
}
