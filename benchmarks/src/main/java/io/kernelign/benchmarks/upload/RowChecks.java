package io.kernelign.benchmarks.upload;

import io.kernelign.benchmarks.Child;
import io.kernelign.data.DataFile;
import io.kernelign.data.ImportOptions;
import io.kernelign.data.PairImport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How fast the rows of a file become canonical pairs.
 *
 * @param ours rows a second, one for each round
 * @param python rows a second of the script in {@code benchmarks/peers}, one for each round
 */
record RowChecks(List<Double> ours, List<Double> python) {

    static RowChecks measure(Path root, Path file, int rounds) throws IOException, InterruptedException {
        var checks = new RowChecks(new ArrayList<>(), new ArrayList<>());
        for (int round = 0; round < rounds; round++) {
            checks.python.add(python(root, file));
            checks.ours.add(ours(file));
        }
        return checks;
    }

    private static double python(Path root, Path file) throws IOException, InterruptedException {
        var script = root.resolve("benchmarks/peers/check_pairs.py").toString();
        var canonical = file.resolveSibling("python.jsonl");
        try {
            return Double.parseDouble(
                    Child.lastLine(List.of("python3", script, file.toString(), canonical.toString())));
        } finally {
            Files.deleteIfExists(canonical);
        }
    }

    private static double ours(Path file) throws IOException {
        var canonical = file.resolveSibling("ours.jsonl");
        try {
            long start = System.nanoTime();
            var report = PairImport.run(
                    List.of(new DataFile(file.getFileName().toString(), file)), canonical, ImportOptions.DEFAULT);
            return report.rows() / ((System.nanoTime() - start) / 1e9);
        } finally {
            Files.deleteIfExists(canonical);
        }
    }
}
