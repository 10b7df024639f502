package io.kernelign.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.kernelign.acceptance.platform.Jobs;
import io.kernelign.acceptance.platform.Platform;
import io.kernelign.acceptance.platform.TinyModel;
import io.kernelign.acceptance.platform.TinyPairs;
import io.kernelign.service.testing.HttpProbe;
import io.kernelign.service.testing.TestS3;
import io.kernelign.service.testing.Waiting;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.services.s3.model.S3Object;

/** A platform whose services share nothing but a database and a bucket. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
@TestInstance(Lifecycle.PER_CLASS)
class BucketTest {

    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final TestS3 s3 = TestS3.start();
    private Platform platform;
    private HttpProbe http;
    private Jobs jobs;

    @BeforeAll
    void start() throws IOException {
        platform = Platform.start(s3);
        http = platform.http();
        jobs = new Jobs(http);
    }

    @AfterAll
    void stop() throws InterruptedException {
        platform.close();
        s3.close();
    }

    private List<String> stored(String prefix) {
        return s3
                .client()
                .listObjectsV2(request -> request.bucket(TestS3.BUCKET).prefix(prefix))
                .contents()
                .stream()
                .map(S3Object::key)
                .toList();
    }

    private String startJob(String dataset) {
        var training = Map.of("steps", 100, "batchTokens", 256, "checkpointSteps", 20, "learningRate", 1e-3);
        var id = jobs.submit(
                Map.of("model", TinyModel.NAME, "dataset", dataset, "objective", "auto", "training", training));
        Waiting.until("a checkpoint of " + id, PATIENCE, () -> jobs.events(id, "checkpoint"), seen -> !seen.isEmpty());
        return id;
    }

    @Test
    void a_job_whose_trainer_is_killed_goes_from_upload_to_adapter_and_a_trial_of_it() throws Exception {
        var dataset = jobs.upload("?name=tones", TinyPairs.rows());

        var id = startJob(dataset);
        platform.killTrainer();
        platform.restartTrainer();
        var job = jobs.awaitSuccess(id, PATIENCE);

        assertThat(job.get("attempt").asInt()).isEqualTo(2);
        assertThat(stored("embeddings/")).isNotEmpty();
        assertThat(stored("jobs/" + id)).contains("jobs/" + id + "/artifacts/adapter_model.safetensors");
        Waiting.until("the checkpoints to go", PATIENCE, () -> stored("jobs/" + id + "/checkpoints/"), List::isEmpty);
        assertArtifactsAreWhole(id);
        var trial = http.post("/api/v1/jobs/" + id + "/generate", "{\"prompts\": [\"Hello\"], \"maxTokens\": 4}");
        assertThat(trial.status()).as(trial.text()).isEqualTo(200);
    }

    private void assertArtifactsAreWhole(String id) throws Exception {
        for (var artifact : jobs.get(id, "/artifacts")) {
            var name = artifact.get("name").asString();
            var bytes = http.get("/api/v1/jobs/" + id + "/artifacts/" + name)
                    .response()
                    .body();
            assertThat(HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)))
                    .isEqualTo(artifact.get("sha256").asString());
        }
    }

    @Test
    void the_same_content_from_many_at_once_is_one_object_until_nobody_needs_it() {
        var rows = TinyPairs.rows() + "{\"prompt\": \"once\", \"chosen\": \"yes\", \"rejected\": \"no\"}\n";
        var before = stored("datasets/");

        var datasets = IntStream.range(0, 8)
                .parallel()
                .mapToObj(i -> jobs.upload("?name=many", rows))
                .toList();
        assertThat(stored("datasets/")).hasSize(before.size() + 1);

        datasets.stream().skip(1).parallel().forEach(this::delete);
        assertThat(stored("datasets/")).hasSize(before.size() + 1);
        delete(datasets.get(0));
        assertThat(stored("datasets/")).isEqualTo(before);
    }

    private void delete(String dataset) {
        assertThat(http.delete("/api/v1/datasets/" + dataset).status()).isEqualTo(204);
    }

    @Test
    void nothing_is_lost_while_the_bucket_is_away() throws IOException {
        var job = startJob(jobs.upload("?name=before", TinyPairs.rows()));
        var datasets = http.get("/api/v1/datasets").json();
        var rows = TinyPairs.rows() + "{\"prompt\": \"away\", \"chosen\": \"yes\", \"rejected\": \"no\"}\n";

        s3.goAway();
        var refused = http.post("/api/v1/datasets", "application/jsonl", rows.getBytes(UTF_8));
        var upload = uploadResumably(rows.getBytes(UTF_8));
        var waiting = Waiting.until(
                "the import to wait", PATIENCE, () -> http.get(upload).json(), view -> view.path("problem")
                        .isObject());
        var files = platform.waiting();
        s3.comeBack();

        assertThat(refused.problem(503).get("detail").asString()).contains("store of files does not answer");
        assertThat(http.get("/api/v1/datasets").json().get("items"))
                .hasSize(datasets.get("items").size());
        assertThat(waiting.get("state").asString()).isEqualTo("importing");
        assertThat(files)
                .allMatch(file -> file.startsWith("uploads/resumable/"))
                .hasSize(1);
        var end = Waiting.until("the import", PATIENCE, () -> http.get(upload).json(), view -> !view.get("state")
                .asString()
                .equals("importing"));
        assertThat(end.get("state").asString()).isEqualTo("completed");
        jobs.awaitSuccess(job, PATIENCE);
    }

    /** Its path. */
    private String uploadResumably(byte[] rows) {
        var created = http.send("/api/v1/uploads", request -> request.header("Tus-Resumable", "1.0.0")
                .header("Upload-Length", String.valueOf(rows.length))
                .header("Content-Type", "application/offset+octet-stream")
                .POST(BodyPublishers.ofByteArray(rows)));
        assertThat(created.status()).isEqualTo(201);
        return created.header("Location");
    }
}
