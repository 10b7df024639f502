package io.kernelign.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.kernelign.acceptance.platform.Jobs;
import io.kernelign.acceptance.platform.Platform;
import io.kernelign.acceptance.platform.SharedPlatform;
import io.kernelign.acceptance.platform.TinyModel;
import io.kernelign.acceptance.platform.TinyPairs;
import io.kernelign.service.testing.Answer;
import io.kernelign.service.testing.Waiting;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Data sets measured in the hidden states of a model that the trainer holds. */
@ExtendWith(SharedPlatform.class)
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(value = 8, unit = TimeUnit.MINUTES)
class PolicyEncoderTest {

    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final String RECOMMENDATIONS = "/api/v1/recommendations";

    private final Platform platform;
    private final Jobs jobs;
    private String dataset;

    PolicyEncoderTest(Platform platform) {
        this.platform = platform;
        this.jobs = new Jobs(platform.http());
    }

    @BeforeAll
    void upload() {
        dataset = jobs.upload("?name=tones&heldOutShare=0.2", TinyPairs.rows());
    }

    private Answer ask(Map<String, Object> options) {
        var request = new TreeMap<>(options);
        request.put("datasetId", dataset);
        return platform.http().post(RECOMMENDATIONS, JsonMapper.shared().writeValueAsString(request));
    }

    private JsonNode recommended(Map<String, Object> options) {
        var id = ask(options).json().get("id").asString();
        return Waiting.until(
                "the end of a recommendation",
                PATIENCE,
                () -> platform.http().get(RECOMMENDATIONS + "/" + id).json(),
                view -> !view.get("state").asString().equals("running"));
    }

    @Test
    void a_recommendation_says_which_model_it_was_measured_in_and_that_there_is_no_reference_for_it()
            throws IOException {
        var measured = recommended(Map.of("encoder", "policy", "model", TinyModel.NAME));

        assertThat(measured.get("state").asString())
                .as("%s", measured.get("error"))
                .isEqualTo("succeeded");
        assertThat(measured.get("model").asString()).matches(TinyModel.NAME + "@sha256:[0-9a-f]{64}");
        assertThat(measured.get("thresholds").asString()).isEqualTo("paper");
        assertThat(measured.get("warnings").valueStream().map(JsonNode::asString))
                .contains(
                        "The reference collection has not been measured with this encoder, so the paper's thresholds were"
                                + " used.");
        assertThat(measured.get("objective").has("embedding"))
                .as("jobs read no such artifact")
                .isFalse();
        assertThat(measured.get("embeddingsKey").asString()).contains("/policy-");
        var sentences = recommended(Map.of());
        assertThat(measured.get("metrics").get(0))
                .isNotEqualTo(sentences.get("metrics").get(0));
        var again = ask(Map.of("encoder", "policy", "model", TinyModel.NAME)).json();
        assertThat(again.get("state").asString()).as("answered at once").isEqualTo("succeeded");
        assertThat(again.get("metrics")).isEqualTo(measured.get("metrics"));
    }

    @Test
    void another_model_of_the_name_is_measured_anew() throws IOException {
        TinyModel.write(platform.models(), "exchanged");
        var first = recommended(Map.of("encoder", "policy", "model", "exchanged"));
        TinyModel.write(platform.models(), "exchanged", (tensor, values) -> values[0] += 1);

        var second = recommended(Map.of("encoder", "policy", "model", "exchanged"));

        assertThat(second.get("model")).isNotEqualTo(first.get("model"));
        assertThat(second.get("embeddingsKey")).isNotEqualTo(first.get("embeddingsKey"));
        assertThat(second.get("metrics")).isNotEqualTo(first.get("metrics"));
    }

    @Test
    void a_model_that_the_trainer_has_not_is_refused_with_those_that_it_has() {
        var refused = ask(Map.of("encoder", "policy", "model", "gpt-5"));

        assertThat(refused.status()).isEqualTo(400);
        var error = refused.json().get("errors").get(0);
        assertThat(error.get("field").asString()).isEqualTo("model");
        assertThat(error.get("accepted").asString()).contains(TinyModel.NAME);
    }

    @Test
    void nothing_is_begun_while_the_trainer_is_away() throws Exception {
        platform.killTrainer();
        try {
            var refused = ask(Map.of("encoder", "policy", "model", TinyModel.NAME));

            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.json().get("detail").asString()).contains("does not answer");
        } finally {
            platform.restartTrainer();
        }
    }

    @Test
    void a_job_leaves_its_objective_to_what_its_own_model_sees() {
        var training = Map.of("steps", 4, "batchTokens", 64);
        var id = jobs.submit(
                Map.of("model", TinyModel.NAME, "dataset", dataset, "encoder", "policy", "training", training));

        var job = jobs.awaitSuccess(id, PATIENCE);

        assertThat(job.get("spec").has("encoder")).as("the objective is chosen").isFalse();
        var chosen = jobs.events(id, "recommendation").get(0).get("data");
        var measured = recommended(Map.of("encoder", "policy", "model", TinyModel.NAME));
        assertThat(chosen).isEqualTo(measured.get("objective"));
    }
}
