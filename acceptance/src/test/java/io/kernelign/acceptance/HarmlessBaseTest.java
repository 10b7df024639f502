package io.kernelign.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kernelign.acceptance.platform.Jobs;
import io.kernelign.acceptance.platform.OwnLogits;
import io.kernelign.acceptance.platform.Platform;
import io.kernelign.lm.json.JsonFile;
import io.kernelign.service.testing.Waiting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;

/**
 * Real data and a real model, all the way: HH-RLHF's harmless-base as it is, SmolLM2-135M-Instruct, kernel hmk. What it
 * leaves in {@code target/acceptance/} is compared with Python's peft by {@code oracles/check_adapter.py}.
 */
@Tag("shared")
@Tag("smollm2")
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
@Timeout(value = 20, unit = TimeUnit.MINUTES)
class HarmlessBaseTest {

    private static final String MODEL = "smollm2-135m-instruct";
    private static final Path WEIGHTS = Path.of(System.getProperty("kernelign.smollm2"));
    private static final Path FILE =
            Path.of(System.getProperty("kernelign.shared"), "data/preferences/hh-rlhf/harmless-base.jsonl.gz");
    private static final Path RESULTS = Path.of("target", "acceptance");
    private static final Duration PATIENCE = Duration.ofMinutes(15);
    private static final int STEPS = 20;

    private Platform platform;
    private Jobs jobs;
    private JsonNode dataset;
    private String job;

    @BeforeAll
    void upload() throws IOException {
        platform = Platform.start(2);
        FileSystemUtils.copyRecursively(WEIGHTS.toRealPath(), platform.models().resolve(MODEL));
        jobs = new Jobs(platform.http());
        var answer = platform.http()
                .post("/api/v1/datasets?name=harmless-base&onError=skip", "application/gzip", Files.readAllBytes(FILE));
        assertThat(answer.status()).isEqualTo(201);
        dataset = answer.json();
    }

    @AfterAll
    void stop() throws InterruptedException {
        platform.close();
    }

    private String id() {
        return dataset.get("id").asString();
    }

    @Test
    @Order(1)
    void its_malformed_rows_are_reported_line_by_line() {
        var report = platform.http().get("/api/v1/datasets/" + id() + "/report").json();
        var bad = report.get("defects")
                .valueStream()
                .filter(defect -> !List.of("duplicate_pair", "contradiction")
                        .contains(defect.get("kind").asString()))
                .toList();

        assertThat(bad)
                .extracting(defect -> defect.get("line").asInt())
                .containsExactly(87, 517, 926, 1104, 1255, 1689);
        assertThat(bad).allSatisfy(defect -> {
            assertThat(defect.get("found").asString()).isNotBlank();
            assertThat(defect.get("expected").asString()).isNotBlank();
        });
        assertThat(dataset.get("format").asString()).isEqualTo("hh-rlhf");
        assertThat(dataset.get("badRows").asInt()).isEqualTo(bad.size());
        assertThat(dataset.get("rows").asInt())
                .isEqualTo(dataset.get("pairs").asInt() + dataset.get("badRows").asInt());
    }

    @Test
    @Order(2)
    void a_recommendation_has_all_eight_metrics() {
        var started =
                platform.http().post("/api/v1/recommendations", "{\"datasetId\": \"" + id() + "\", \"limit\": 200}");
        assertThat(started.status()).isEqualTo(201);
        var recommendation = Waiting.until(
                "the recommendation",
                PATIENCE,
                () -> platform.http().get(started.header("Location")).json(),
                view -> !view.get("state").asString().equals("running"));

        assertThat(recommendation.get("state").asString()).isEqualTo("succeeded");
        assertThat(recommendation.get("pairsUsed").asInt()).isEqualTo(200);
        assertThat(recommendation.get("metrics")).hasSize(8).allSatisfy(metric -> assertThat(
                        metric.get("value").isNumber())
                .as(metric.toString())
                .isTrue());
        assertThat(recommendation.get("objective").get("kernel").get("name").asString())
                .isNotBlank();
        assertThat(recommendation.get("reasons")).isNotEmpty();
    }

    @Test
    @Order(3)
    void a_job_with_kernel_hmk_begins_at_ln_2_and_leaves_its_curves() {
        job = jobs.submit(Map.of(
                "model", MODEL,
                "dataset", id(),
                "objective", Map.of("kernel", "hmk"),
                "evaluation", Map.of("pairs", 4),
                "export", Map.of("merged", true),
                "training", Map.of("steps", STEPS, "batchTokens", 512, "maxLength", 256, "maxPromptLength", 128)));
        jobs.awaitSuccess(job, PATIENCE);

        var first = curve("train", "preference_loss").get("points").get(0);
        assertThat(first.get("step").asInt()).isEqualTo(1);
        assertThat(first.get("value").asDouble()).isCloseTo(Math.log(2), within(1e-4));
        for (var name : List.of("loss", "gradient_norm", "mixture.collapse_index", "mixture.weight.rbf")) {
            assertThat(curve("train", name).get("total").asInt()).as(name).isEqualTo(STEPS);
        }
        assertThat(curve("held_out", "ranking_accuracy").get("points")).hasSizeGreaterThanOrEqualTo(2);
    }

    private JsonNode curve(String split, String name) {
        return jobs.get(job, "/metrics?split=" + split + "&name=" + name);
    }

    /** Leaves the adapter, the merged model and our logits for Python to look at. */
    @Test
    @Order(4)
    void its_adapter_can_be_downloaded_and_changes_what_the_model_says() throws IOException {
        var folder = RESULTS.resolve("adapter");
        jobs.download(job, "", folder);
        jobs.download(job, "merged", RESULTS.resolve("merged"));

        var logits = OwnLogits.of(WEIGHTS, folder, "How do I say no to a friend who asks for too much?");

        JsonFile.write(RESULTS.resolve("logits.json"), logits.json());
        assertThat(logits.largestChange()).isGreaterThan(1e-2);
    }
}
