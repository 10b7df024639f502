package io.kernelign.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.kernelign.acceptance.platform.Jobs;
import io.kernelign.acceptance.platform.Platform;
import io.kernelign.acceptance.platform.TinyModel;
import io.kernelign.acceptance.platform.TinyPairs;
import io.kernelign.service.testing.TestS3;
import io.kernelign.service.testing.Waiting;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.services.s3.model.S3Object;

/** A platform whose services share nothing but a database and a bucket. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class BucketTest {

    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private static List<String> stored(TestS3 s3) {
        return s3.client().listObjectsV2(request -> request.bucket(TestS3.BUCKET)).contents().stream()
                .map(S3Object::key)
                .toList();
    }

    private static Map<String, Object> spec(String dataset) {
        var training = Map.of("steps", 300, "batchTokens", 256, "checkpointSteps", 40, "learningRate", 1e-3);
        return Map.of("model", TinyModel.NAME, "dataset", dataset, "objective", "auto", "training", training);
    }

    @Test
    void a_job_whose_trainer_is_killed_goes_from_upload_to_adapter_and_a_trial_of_it() throws Exception {
        try (var s3 = TestS3.start();
                var platform = Platform.start(s3)) {
            var jobs = new Jobs(platform.http());
            var dataset = jobs.upload("?name=tones", TinyPairs.rows());
            var again = jobs.upload("?name=the+same", TinyPairs.rows());
            assertThat(stored(s3)).hasSize(1).allMatch(key -> key.startsWith("datasets/"));

            var id = jobs.submit(spec(dataset));
            Waiting.until(
                    "a checkpoint of " + id, PATIENCE, () -> jobs.events(id, "checkpoint"), seen -> !seen.isEmpty());
            platform.killTrainer();
            platform.restartTrainer();
            var job = jobs.awaitSuccess(id, PATIENCE);

            assertThat(job.get("attempt").asInt()).isEqualTo(2);
            assertThat(stored(s3))
                    .anyMatch(key -> key.startsWith("embeddings/"))
                    .contains("jobs/" + id + "/artifacts/adapter_model.safetensors")
                    .noneMatch(key -> key.startsWith("jobs/" + id + "/checkpoints/"));
            assertArtifactsAreWhole(jobs, id);
            var trial = platform.http()
                    .post("/api/v1/jobs/" + id + "/generate", "{\"prompts\": [\"Hello\"], \"maxTokens\": 4}");
            assertThat(trial.status()).as(trial.text()).isEqualTo(200);

            assertThat(platform.http().delete("/api/v1/datasets/" + again).status())
                    .isEqualTo(204);
            assertThat(stored(s3)).anyMatch(key -> key.startsWith("datasets/"));
            assertThat(platform.http().delete("/api/v1/datasets/" + dataset).status())
                    .isEqualTo(204);
            assertThat(stored(s3)).noneMatch(key -> key.startsWith("datasets/"));
        }
    }

    private static void assertArtifactsAreWhole(Jobs jobs, String id) throws Exception {
        for (var artifact : jobs.get(id, "/artifacts")) {
            var name = artifact.get("name").asString();
            var bytes = jobs.http()
                    .get("/api/v1/jobs/" + id + "/artifacts/" + name)
                    .response()
                    .body();
            assertThat(HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)))
                    .isEqualTo(artifact.get("sha256").asString());
        }
    }
}
