package io.kernelign.benchmarks.mutations;

import io.kernelign.benchmarks.mutations.MutationTrial.Flaw;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;

/** Imports cases in a folder of its own, keeps those with a flaw, and ends the process when one hangs. */
final class Trials implements Closeable {

    private static final double MOST_SECONDS = 1;
    /** The machine may have paused: only a case that is slow every time is slow. */
    private static final int TRIES = 3;

    private static final int HANGS_AFTER_SECONDS = 60;
    private static final int HUNG = 3;

    private final Path folder = Files.createTempDirectory("kernelign-mutations");
    private final Path flawed;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(work -> {
        var thread = new Thread(work, "watch");
        thread.setDaemon(true);
        return thread;
    });

    /** @param flawed folder for the files of cases that show a flaw */
    Trials(Path flawed) throws IOException {
        this.flawed = flawed;
    }

    /** A file of many rows, of which each may take its time. */
    MutationTrial ofRows(MutatedCase mutated) throws IOException {
        return trial(mutated, MutationTrial::slowestRow);
    }

    /** A small file, which may take its time as a whole. */
    MutationTrial ofFile(MutatedCase mutated) throws IOException {
        return trial(mutated, MutationTrial::seconds);
    }

    private MutationTrial trial(MutatedCase mutated, ToDoubleFunction<MutationTrial> seconds) throws IOException {
        var trial = watched(mutated);
        for (int tries = 1; tries < TRIES && seconds.applyAsDouble(trial) > MOST_SECONDS; tries++) {
            trial = watched(mutated);
        }
        if (trial.flaw().isEmpty() && seconds.applyAsDouble(trial) > MOST_SECONDS) {
            trial = trial.with(Flaw.SLOW);
        }
        if (trial.flaw().isPresent()) {
            keep(mutated);
            System.err.println(mutated.name() + ": " + trial.flaw().get() + " " + trial.story());
        }
        return trial;
    }

    private MutationTrial watched(MutatedCase mutated) throws IOException {
        var alarm = watch.schedule(() -> hang(mutated), HANGS_AFTER_SECONDS, TimeUnit.SECONDS);
        try {
            return MutationTrial.of(mutated, folder);
        } finally {
            alarm.cancel(false);
            empty();
        }
    }

    private void hang(MutatedCase mutated) {
        System.err.println(mutated.name() + " hangs");
        Thread.getAllStackTraces().forEach((thread, frames) -> {
            System.err.println(thread);
            for (var frame : frames) {
                System.err.println("\tat " + frame);
            }
        });
        try {
            keep(mutated);
        } catch (IOException e) {
            System.err.println("its files could not be kept: " + e);
        }
        Runtime.getRuntime().halt(HUNG);
    }

    private void keep(MutatedCase mutated) throws IOException {
        Files.createDirectories(flawed);
        for (int i = 0; i < mutated.files().size(); i++) {
            Files.write(
                    flawed.resolve(mutated.name().replace(' ', '-') + "-" + i),
                    mutated.files().get(i));
        }
    }

    private void empty() throws IOException {
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                Files.delete(file);
            }
        }
    }

    @Override
    public void close() throws IOException {
        watch.shutdownNow();
        empty();
        Files.delete(folder);
    }
}
