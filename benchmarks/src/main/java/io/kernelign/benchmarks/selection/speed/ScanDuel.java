package io.kernelign.benchmarks.selection.speed;

import io.kernelign.alignment.selection.Measurements;
import io.kernelign.alignment.selection.SelectionMetric;
import io.kernelign.benchmarks.Child;
import io.kernelign.benchmarks.PythonEnvironment;
import io.kernelign.data.embedding.EmbeddingFile;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A large file of embeddings, measured by us, read, and measured by a Python script.
 *
 * @param checking seconds that opening the file and checking its SHA-256 take, once
 * @param reading seconds, one for each round
 * @param measuring seconds, one for each round
 * @param python seconds, one for each round
 * @param floatsPerPair that measuring allocates
 * @param difference the largest between our metrics and Python's, among those without random numbers
 */
record ScanDuel(
        long bytes,
        double checking,
        List<Double> reading,
        List<Double> measuring,
        List<Double> python,
        double floatsPerPair,
        double difference) {

    private static final List<SelectionMetric> WITHOUT_CHANCE = List.of(
            SelectionMetric.PND,
            SelectionMetric.PNAV,
            SelectionMetric.TAT,
            SelectionMetric.NAG,
            SelectionMetric.DRIFT,
            SelectionMetric.KURTOSIS);

    static ScanDuel run(PythonEnvironment environment, Path work, RandomTriples triples, int rounds)
            throws IOException, InterruptedException {
        var file = work.resolve("embeddings.safetensors");
        try {
            System.out.printf(Locale.ROOT, "Writing %,d pairs of embeddings ...%n", triples.count());
            write(file, triples);
            return run(environment, file, rounds);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static void write(Path file, RandomTriples triples) throws IOException {
        try (var out = new FileOutputStream(file.toFile())) {
            EmbeddingFile.write(out, "random", triples, triples.pairs());
            out.getFD().sync();
        }
    }

    private static ScanDuel run(PythonEnvironment environment, Path file, int rounds)
            throws IOException, InterruptedException {
        var reading = new ArrayList<Double>();
        var measuring = new ArrayList<Double>();
        var python = new ArrayList<Double>();
        long start = System.nanoTime();
        var embedded = EmbeddingFile.read(file);
        double checking = since(start);
        int pairs = embedded.pairs().size();
        Scan.measure(embedded, pairs / 10);
        double difference = 0;
        for (int round = 0; round < rounds; round++) {
            start = System.nanoTime();
            Scan.read(file);
            reading.add(since(start));
            start = System.nanoTime();
            var ours = Scan.measure(embedded, pairs);
            measuring.add(since(start));
            var theirs = JsonMapper.shared().readTree(Child.lastLine(environment.command("measure_pairs.py", file)));
            python.add(theirs.get("seconds").asDouble());
            difference = Math.max(difference, difference(ours, theirs.get("metrics")));
            System.out.printf(
                    Locale.ROOT,
                    "round %d  read %.2f s, measured %.2f s, by Python %.2f s%n",
                    round + 1,
                    reading.get(round),
                    measuring.get(round),
                    python.get(round));
        }
        return new ScanDuel(
                Files.size(file), checking, reading, measuring, python, Scan.floatsPerPair(embedded), difference);
    }

    private static double since(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static double difference(Measurements ours, JsonNode theirs) {
        return WITHOUT_CHANCE.stream()
                .mapToDouble(metric -> Math.abs(ours.value(metric).orElseThrow()
                        - theirs.get(metric.key()).asDouble()))
                .max()
                .orElseThrow();
    }
}
