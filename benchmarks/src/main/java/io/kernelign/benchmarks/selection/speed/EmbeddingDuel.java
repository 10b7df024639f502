package io.kernelign.benchmarks.selection.speed;

import io.kernelign.benchmarks.Child;
import io.kernelign.benchmarks.PythonEnvironment;
import io.kernelign.embedding.BatchedEmbedding;
import io.kernelign.embedding.MiniLm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The same texts embedded by us and by Python's ONNX Runtime with the same model, on as many threads.
 *
 * @param ours seconds, one for each round
 * @param python seconds, one for each round
 * @param difference the largest between two numbers of two vectors of a text
 */
record EmbeddingDuel(int texts, List<Double> ours, List<Double> python, double difference) {

    private static final int PYTHON_BATCH = 32;

    static EmbeddingDuel run(PythonEnvironment environment, Path work, List<String> texts, int rounds)
            throws Exception {
        var asked = Files.writeString(
                work.resolve("texts.json"), JsonMapper.shared().writeValueAsString(texts));
        var command = environment.command(
                "embed_texts.py",
                extracted(MiniLm.MODEL, work.resolve("model.onnx")),
                extracted(MiniLm.TOKENIZER, work.resolve("tokenizer.json")),
                asked,
                Runtime.getRuntime().availableProcessors(),
                PYTHON_BATCH);
        var ours = new ArrayList<Double>();
        var python = new ArrayList<Double>();
        double difference = 0;
        try (var encoder = new MiniLm()) {
            BatchedEmbedding.of(encoder, texts.subList(0, Math.min(texts.size(), 4 * PYTHON_BATCH)), share -> {});
            for (int round = 0; round < rounds; round++) {
                var answer = JsonMapper.shared().readTree(Child.lastLine(command));
                python.add(answer.get("seconds").asDouble());
                long start = System.nanoTime();
                var vectors = BatchedEmbedding.of(encoder, texts, share -> {});
                ours.add((System.nanoTime() - start) / 1e9);
                difference = Math.max(difference, difference(vectors, answer.get("vectors")));
            }
        }
        return new EmbeddingDuel(texts.size(), ours, python, difference);
    }

    private static Path extracted(String resource, Path file) throws IOException {
        try (var bytes = MiniLm.class.getResourceAsStream(resource)) {
            return Files.write(file, bytes.readAllBytes());
        }
    }

    private static double difference(float[][] ours, JsonNode theirs) {
        double largest = 0;
        for (int text = 0; text < ours.length; text++) {
            for (int i = 0; i < theirs.get(text).size(); i++) {
                largest = Math.max(
                        largest,
                        Math.abs(ours[text][i] - theirs.get(text).get(i).asDouble()));
            }
        }
        return largest;
    }
}
