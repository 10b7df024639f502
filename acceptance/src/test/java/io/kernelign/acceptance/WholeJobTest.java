package io.kernelign.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kernelign.acceptance.platform.Jobs;
import io.kernelign.acceptance.platform.Platform;
import io.kernelign.acceptance.platform.SharedPlatform;
import io.kernelign.acceptance.platform.TinyModel;
import io.kernelign.acceptance.platform.TinyPairs;
import io.kernelign.service.testing.HttpProbe;
import io.kernelign.service.testing.Waiting;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** One job from its upload to its adapter, its objective chosen from the data; each test looks at one side of it. */
@ExtendWith(SharedPlatform.class)
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(value = 6, unit = TimeUnit.MINUTES)
class WholeJobTest {

    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final int STEPS = 12;

    private final Platform platform;
    private final HttpProbe http;
    private final Jobs jobs;
    private String dataset;
    private JsonNode recommendation;
    private JsonNode job;
    private String id;

    /** The log as it was followed while the job ran. */
    private String followed;

    WholeJobTest(Platform platform) {
        this.platform = platform;
        this.http = platform.http();
        this.jobs = new Jobs(http);
    }

    @BeforeAll
    void run() {
        dataset = jobs.upload("?name=tones&heldOutShare=0.2", TinyPairs.rows());
        recommendation = recommend();
        id = jobs.submit(spec());
        followed = follow(0);
        job = jobs.awaitSuccess(id, PATIENCE);
    }

    private JsonNode recommend() {
        var path = "/api/v1/recommendations";
        var started = http.post(path, "{\"datasetId\": \"" + dataset + "\"}");
        assertThat(started.status()).isEqualTo(201);
        return Waiting.until(
                "the recommendation",
                PATIENCE,
                () -> http.get(started.header("Location")).json(),
                view -> !view.get("state").asString().equals("running"));
    }

    private Map<String, Object> spec() {
        var training = Map.of("steps", STEPS, "batchTokens", 256, "checkpointSteps", 5, "learningRate", 1e-3);
        return Map.of("model", TinyModel.NAME, "dataset", dataset, "objective", "auto", "training", training);
    }

    private String follow(long after) {
        var stream =
                http.send("/api/v1/jobs/" + id + "/events", request -> request.header("Accept", "text/event-stream")
                        .header("Last-Event-ID", String.valueOf(after)));
        assertThat(stream.header("Content-Type")).startsWith("text/event-stream");
        return stream.text();
    }

    @Test
    void the_recommendation_has_eight_metrics_and_the_rules_that_led_to_its_objective() {
        assertThat(recommendation.get("state").asString()).isEqualTo("succeeded");
        assertThat(recommendation.get("metrics")).hasSize(8);
        for (var part : List.of("kernel", "divergence")) {
            var choice = recommendation.get("objective").get(part).get("name").asString();
            assertThat(recommendation.get(part + "Trace")).isNotEmpty();
            assertThat(recommendation.get(part + "Trace"))
                    .filteredOn(rule -> rule.get("fired").asBoolean())
                    .allSatisfy(rule -> assertThat(rule.get("choice").asString())
                            .satisfiesAnyOf(fired -> assertThat(fired).isEqualTo(choice), fired -> assertThat(
                                            recommendation.get("reasons").toString())
                                    .contains(fired + " was passed over")));
        }
    }

    @Test
    void the_job_s_objective_is_the_recommended_one() {
        var objective = job.get("spec").get("objective");

        assertThat(job.get("recommendationId").asString()).isNotBlank();
        recommendation.get("objective").propertyStream().forEach(field -> assertThat(
                        nameOf(objective.get(field.getKey())))
                .as(field.getKey())
                .isEqualTo(nameOf(field.getValue())));
        assertThat(objective.at("/embedding/source").asString())
                .isEqualTo(recommendation.at("/objective/embedding/source").asString())
                .isEqualTo("external");
    }

    private static JsonNode nameOf(JsonNode choice) {
        return choice.isObject() ? choice.get("name") : choice;
    }

    @Test
    void the_job_has_gone_through_all_its_states_and_steps() {
        assertThat(job.get("progress").get("step").asInt()).isEqualTo(STEPS);
        assertThat(job.get("progress").get("accuracy").asDouble()).isBetween(0.0, 1.0);
        assertThat(job.get("attempt").asInt()).isEqualTo(1);
        assertThat(jobs.events(id, "state"))
                .extracting(event -> event.get("message").asString())
                .containsExactly(
                        "The job is queued.",
                        "The job is selecting.",
                        "The job is training.",
                        "The job is evaluating.",
                        "The job is succeeded.");
    }

    @Test
    void its_curves_have_a_point_for_every_step_and_begin_near_ln_2_where_the_encoder_s_offset_puts_them() {
        var curve = curve("train", "preference_loss");

        assertThat(curve.get("total").asInt()).isEqualTo(STEPS);
        assertThat(curve.get("points").valueStream().map(point -> point.get("step")
                        .asLong()))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, STEPS).boxed().toList());
        assertThat(curve.get("points").get(0).get("value").asDouble()).isCloseTo(Math.log(2), within(0.2));
    }

    @Test
    void it_was_evaluated_before_and_after() {
        for (var name : List.of("ranking_accuracy", "loss")) {
            var points = curve("held_out", name).get("points");
            assertThat(points.get(0).get("step").asInt()).isZero();
            assertThat(points.get(points.size() - 1).get("step").asInt()).isEqualTo(STEPS);
        }
    }

    private JsonNode curve(String split, String name) {
        return jobs.get(id, "/metrics?split=" + split + "&name=" + name);
    }

    @Test
    void its_run_is_among_the_results() {
        var run = http.get("/api/v1/results?datasetId=" + dataset)
                .json()
                .get("items")
                .get(0);

        assertThat(run.get("id").asString()).isEqualTo(id);
        assertThat(run.get("state").asString()).isEqualTo("succeeded");
        assertThat(jobs.get(id, "/metrics").get("curves")).isNotEmpty();
    }

    @Test
    void its_artifacts_can_be_downloaded_and_are_what_their_checksums_say() throws NoSuchAlgorithmException {
        var artifacts = jobs.get(id, "/artifacts");

        assertThat(artifacts.findValuesAsString("name"))
                .containsExactly(
                        "README.md",
                        "adapter_config.json",
                        "adapter_model.safetensors",
                        "embedding_scatter.json",
                        "outliers.jsonl");
        for (var artifact : artifacts) {
            var file = http.get(
                    "/api/v1/jobs/" + id + "/artifacts/" + artifact.get("name").asString());
            var bytes = file.response().body();
            var sha256 = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
            assertThat(artifact.get("sha256").asString()).isEqualTo(sha256);
            assertThat(file.header("ETag")).isEqualTo('"' + sha256 + '"');
            assertThat(artifact.get("bytes").asLong()).isEqualTo(bytes.length);
        }
    }

    @Test
    void a_range_of_an_artifact_can_be_downloaded() {
        var path = "/api/v1/jobs/" + id + "/artifacts/adapter_model.safetensors";
        var whole = http.get(path).response().body();

        var part = http.send(path, request -> request.header("Range", "bytes=100-199"));

        assertThat(part.status()).isEqualTo(206);
        assertThat(part.header("Content-Range")).isEqualTo("bytes 100-199/" + whole.length);
        assertThat(part.response().body()).isEqualTo(Arrays.copyOfRange(whole, 100, 200));
    }

    @Test
    void its_log_is_the_same_as_json_and_as_a_stream_that_ends_with_the_job() {
        var ids = jobs.events(id).stream()
                .map(event -> event.get("id").asString())
                .toList();

        assertThat(ids(followed)).isEqualTo(ids);
        assertThat(followed.lines().filter(line -> line.startsWith("event:")))
                .last()
                .isEqualTo("event:end");
    }

    @Test
    void a_stream_goes_on_after_the_last_event_that_was_seen() {
        var all = ids(followed);

        assertThat(ids(follow(4))).isEqualTo(all.subList(4, all.size()));
    }

    private static List<String> ids(String stream) {
        return stream.lines()
                .filter(line -> line.startsWith("id:"))
                .map(line -> line.substring("id:".length()).strip())
                .toList();
    }

    @Test
    void a_dry_run_answers_what_a_job_would_be_and_stores_nothing() throws IOException {
        var before = jobs.list();
        var stored = platform.stored();

        var answer = jobs.post("?dryRun=true", spec());

        assertThat(answer.status()).isEqualTo(200);
        var estimate = answer.json();
        assertThat(estimate.get("steps").asInt()).isEqualTo(STEPS);
        assertThat(Stream.of("memoryBytes", "tokens")
                        .map(figure -> estimate.get(figure).asLong()))
                .allMatch(figure -> figure > 0);
        var memory = estimate.get("memory");
        assertThat(memory.get("fits").asBoolean()).isTrue();
        assertThat(memory.get("bytes")).isEqualTo(estimate.get("memoryBytes"));
        assertThat(memory.get("terms").findValuesAsString("name"))
                .contains("process", "weights", "trained", "gradients", "moments");
        assertThat(estimate.get("spec").get("training").get("checkpointSteps").asInt())
                .isEqualTo(5);
        assertThat(estimate.get("spec").get("training").get("lora").get("rank").asInt())
                .isEqualTo(16);
        assertThat(jobs.list()).isEqualTo(before);
        assertThat(platform.stored()).isEqualTo(stored);
    }

    @Test
    void every_service_is_healthy_and_can_be_watched() {
        assertThat(platform.doors()).allSatisfy(door -> {
            assertThat(door.get("/actuator/health").json().get("status").asString())
                    .isEqualTo("UP");
            assertThat(door.get("/actuator/prometheus").text()).contains("jvm_memory_used_bytes");
        });
    }
}
