package io.kernelign.benchmarks.gateway;

import io.kernelign.benchmarks.platform.ApiClient;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;

/** A job of a small model that takes seconds. */
record TinyJob(String model, String dataset, Object objective, int steps) {

    private static final int PAIRS = 140;
    private static final int CHECKPOINT_STEPS = 10;
    private static final List<String> DAYS = List.of("warm", "rainy", "long", "quiet", "strange", "happy", "cold");
    private static final List<String> DEEDS = List.of("walked", "sang", "slept", "played", "cooked");

    /** Stores pairs for such jobs; the id of the data set. */
    static String upload(ApiClient client) throws IOException, InterruptedException {
        var rows = IntStream.range(0, PAIRS).mapToObj(TinyJob::row).collect(Collectors.joining());
        var answer =
                client.post("/api/v1/datasets?name=tiny", "application/jsonl", BodyPublishers.ofString(rows), Map.of());
        if (answer.statusCode() != 201) {
            throw new IOException("the pairs were answered with " + answer.statusCode() + ": " + answer.body());
        }
        return JsonMapper.shared().readTree(answer.body()).get("id").asString();
    }

    private static String row(int i) {
        var chosen = "It was a " + pick(DAYS, i) + " day, and we " + pick(DEEDS, i / 2) + " until the evening.";
        var rejected = "Do not ask me. I " + pick(DEEDS, i + 1) + " and it was " + pick(DAYS, i + 3) + ".";
        return "{\"prompt\": \"Tell me of day %d.\", \"chosen\": \"%s\", \"rejected\": \"%s\"}%n"
                .formatted(i, chosen, rejected);
    }

    private static String pick(List<String> words, int i) {
        return words.get(i % words.size());
    }

    static String nameOf(Path model) {
        return model.getFileName().toString();
    }

    Map<String, Object> spec() {
        return Map.of(
                "model",
                model,
                "dataset",
                dataset,
                "objective",
                objective,
                "training",
                Map.of("steps", steps, "batchTokens", 256, "checkpointSteps", CHECKPOINT_STEPS));
    }
}
