package io.kernelign.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kernelign.acceptance.platform.Jobs;
import io.kernelign.acceptance.platform.Platform;
import io.kernelign.acceptance.platform.SharedPlatform;
import io.kernelign.acceptance.platform.TinyModel;
import io.kernelign.acceptance.platform.TinyPairs;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Every kernel with every divergence, and one of each other kind of objective, as jobs of five steps. */
@ExtendWith(SharedPlatform.class)
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class EveryObjectiveTest {

    private static final int STEPS = 5;
    private static final List<String> KERNELS = List.of("none", "polynomial", "rbf", "spectral", "mahalanobis", "hmk");
    private static final List<String> DIVERGENCES =
            List.of("kl", "jensen_shannon", "hellinger", "renyi", "bhattacharyya", "wasserstein", "f");

    private final Jobs jobs;

    EveryObjectiveTest(Platform platform) {
        this.jobs = new Jobs(platform.http());
    }

    @Test
    void all_42_pairs_of_kernel_and_divergence_train() {
        var objectives = new LinkedHashMap<String, Map<String, Object>>();
        KERNELS.forEach(kernel -> DIVERGENCES.forEach(divergence ->
                objectives.put(kernel + " with " + divergence, Map.of("kernel", kernel, "divergence", divergence))));

        var preference = trained(objectives);

        assertThat(preference).hasSize(42).allSatisfy((objective, points) -> assertThat(points.get(0))
                .as(objective)
                .isCloseTo(Math.log(2), within(1e-6)));
    }

    @Test
    void so_do_the_other_kinds_of_objective() {
        trained(Map.of(
                "the paper's form", Map.of("formulation", "paper", "kernel", "mahalanobis", "divergence", "kl"),
                "a link of rewards", Map.of("link", "nca_pair"),
                "f-DPO with an SFT term", Map.of("implicit", "js", "sft", 0.1),
                "a sampled divergence", Map.of("divergence", "kl", "estimator", "sampled"),
                "a frozen encoder's signal", Map.of("kernel", "hmk", "embedding", Map.of("source", "external")),
                "the policy's own signal", Map.of("kernel", "rbf", "embedding", Map.of("source", "policy"))));
    }

    /** The points of {@code preference_loss} of each objective's job. */
    private Map<String, List<Double>> trained(Map<String, Map<String, Object>> objectives) {
        var dataset = jobs.upload("?heldOutShare=0.2", TinyPairs.rows());
        var submitted = new LinkedHashMap<String, String>();
        objectives.forEach((name, objective) -> submitted.put(name, jobs.submit(spec(dataset, objective))));
        var points = new LinkedHashMap<String, List<Double>>();
        submitted.forEach((name, id) -> {
            jobs.awaitSuccess(id, Duration.ofMinutes(8));
            points.put(name, values(jobs.get(id, "/metrics?split=train&name=preference_loss")));
            assertThat(values(jobs.get(id, "/metrics?split=train&name=loss")))
                    .as(name)
                    .hasSize(STEPS)
                    .allMatch(Double::isFinite);
        });
        return points;
    }

    private static Map<String, Object> spec(String dataset, Map<String, Object> objective) {
        return Map.of(
                "model",
                TinyModel.NAME,
                "dataset",
                dataset,
                "objective",
                objective,
                "training",
                Map.of("steps", STEPS, "batchTokens", 256),
                "evaluation",
                Map.of("pairs", 2));
    }

    private static List<Double> values(JsonNode curve) {
        var values = new ArrayList<Double>();
        curve.get("points").forEach(point -> values.add(point.get("value").asDouble()));
        return values;
    }
}
