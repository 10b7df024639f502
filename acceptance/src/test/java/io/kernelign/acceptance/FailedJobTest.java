package io.kernelign.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.kernelign.acceptance.platform.Jobs;
import io.kernelign.acceptance.platform.Platform;
import io.kernelign.acceptance.platform.SharedPlatform;
import io.kernelign.acceptance.platform.TinyModel;
import io.kernelign.acceptance.platform.TinyPairs;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;

/** What only training can find out: the job fails with a sentence that says it. */
@ExtendWith(SharedPlatform.class)
class FailedJobTest {

    private final Platform platform;
    private final Jobs jobs;

    FailedJobTest(Platform platform) {
        this.platform = platform;
        this.jobs = new Jobs(platform.http());
    }

    @Test
    void a_model_with_a_weight_that_is_no_number_fails_with_the_tensor_s_name() throws IOException {
        var failed = failure(
                (tensor, values) -> values[3] = tensor.equals("model.norm.weight") ? Float.NaN : values[3], Map.of());

        assertThat(failed.get("error").asString())
                .isEqualTo("model.safetensors: model.norm.weight[3] is NaN; accepted is a finite number");
    }

    @Test
    void a_model_that_says_nan_fails_after_so_many_skipped_steps_and_keeps_its_last_checkpoint() throws IOException {
        var failed = failure(
                (tensor, values) -> Arrays.fill(values, tensor.contains("norm") ? Float.MAX_VALUE : values[0]),
                Map.of());

        assertThat(failed.get("error").asString())
                .isEqualTo("training diverged: the last 3 steps, to step 3, were skipped, step 3 because its logits are"
                        + " not finite, and training.maxSkippedSteps is 3");
        var id = failed.get("id").asString();
        assertThat(platform.stored())
                .filteredOn(file -> file.contains(id + "/checkpoints/"))
                .hasSize(1);
        assertThat(jobs.events(id, "warning"))
                .extracting(event -> event.get("message").asString())
                .contains("Step 1 was skipped, because its logits are not finite; 1 of 3 in a row.");
    }

    @Test
    void a_model_whose_states_are_all_equal_has_no_semantic_signal() throws IOException {
        var objective = Map.<String, Object>of("kernel", "rbf", "embedding", Map.of("source", "policy"));

        var failed = failure((tensor, values) -> Arrays.fill(values, 0), objective);

        assertThat(failed.get("error").asString())
                .isEqualTo(
                        "All embeddings are equal (their covariance has rank 0), so they say nothing about any pair.");
    }

    /** A job on a damaged model, after its end. */
    private JsonNode failure(BiConsumer<String, float[]> damage, Map<String, Object> objective) throws IOException {
        var folder = TinyModel.write(platform.models(), "damaged", damage);
        try {
            var id = jobs.submit(Map.of(
                    "model",
                    "damaged",
                    "dataset",
                    jobs.upload("", TinyPairs.rows()),
                    "objective",
                    objective,
                    "training",
                    Map.of("steps", 10, "batchTokens", 256, "maxSkippedSteps", 3, "checkpointSteps", 1),
                    "evaluation",
                    Map.of("pairs", 2)));
            return jobs.awaitFailure(id, Duration.ofMinutes(2));
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }
}
