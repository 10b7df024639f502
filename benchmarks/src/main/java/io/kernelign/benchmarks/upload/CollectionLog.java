package io.kernelign.benchmarks.upload;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** What the virtual machine writes of each collection of its heap: how much it held before, which is where it was fullest. */
final class CollectionLog {

    private static final Pattern BEFORE = Pattern.compile("(\\d+)M->\\d+M");

    private final Path file;
    private int skipped;

    /** @param file as {@code -Xlog:gc} writes it */
    CollectionLog(Path file) {
        this.file = file;
    }

    /** Passes over all collections so far. */
    void skip() throws IOException {
        skipped = lines().size();
    }

    /** The most that the heap held before a collection since, garbage included; 0 when there was none. */
    long heapMib() throws IOException {
        return lines().stream()
                .skip(skipped)
                .map(BEFORE::matcher)
                .filter(matcher -> matcher.find())
                .mapToLong(matcher -> Long.parseLong(matcher.group(1)))
                .max()
                .orElse(0);
    }

    private List<String> lines() throws IOException {
        return Files.readAllLines(file);
    }
}
