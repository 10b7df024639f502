package io.kernelign.benchmarks.metrics;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.atomic.AtomicIntegerArray;

/** How many batches of each run are known to be written. */
final class Written {

    private final AtomicIntegerArray batches;

    private Written(AtomicIntegerArray batches) {
        this.batches = batches;
    }

    /** @param notes need not be there */
    static Written read(Path notes, int runs) throws IOException {
        var batches = new AtomicIntegerArray(runs);
        if (Files.exists(notes)) {
            var lines = Files.readAllLines(notes);
            for (int run = 0; run < runs; run++) {
                batches.set(run, Integer.parseInt(lines.get(run)));
            }
        }
        return new Written(batches);
    }

    int batches(int run) {
        return batches.get(run);
    }

    void set(int run, int count) {
        batches.set(run, count);
    }

    long all() {
        long sum = 0;
        for (int run = 0; run < batches.length(); run++) {
            sum += batches.get(run);
        }
        return sum;
    }

    /** Whole or not at all. */
    void save(Path notes) throws IOException {
        var text = new StringBuilder();
        for (int run = 0; run < batches.length(); run++) {
            text.append(batches.get(run)).append('\n');
        }
        var draft = notes.resolveSibling(notes.getFileName() + ".draft");
        Files.writeString(draft, text);
        Files.move(draft, notes, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
