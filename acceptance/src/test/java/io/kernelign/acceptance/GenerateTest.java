package io.kernelign.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.kernelign.acceptance.platform.Jobs;
import io.kernelign.acceptance.platform.OwnAnswers;
import io.kernelign.acceptance.platform.Platform;
import io.kernelign.acceptance.platform.SharedPlatform;
import io.kernelign.acceptance.platform.TinyModel;
import io.kernelign.acceptance.platform.TinyPairs;
import io.kernelign.service.testing.Answer;
import io.kernelign.service.testing.HttpProbe;
import io.kernelign.service.testing.Waiting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Trying out what a job has trained, next to its base. */
@ExtendWith(SharedPlatform.class)
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(value = 6, unit = TimeUnit.MINUTES)
class GenerateTest {

    private static final List<String> QUESTIONS = List.of("describe my", "praise their today", "judge his it is");
    private static final int TOKENS = 12;

    private final Platform platform;
    private final HttpProbe http;
    private final Jobs jobs;
    private String dataset;
    private String id;

    GenerateTest(Platform platform) {
        this.platform = platform;
        this.http = platform.http();
        this.jobs = new Jobs(http);
    }

    @BeforeAll
    void train() {
        dataset = jobs.upload("?heldOutShare=0.2", TinyPairs.rows());
        id = jobs.submit(spec("lora", 30, 10));
        jobs.awaitSuccess(id, Duration.ofMinutes(4));
    }

    private Map<String, Object> spec(String method, int steps, int checkpointSteps) {
        var training = Map.of(
                "method",
                method,
                "steps",
                steps,
                "batchTokens",
                256,
                "checkpointSteps",
                checkpointSteps,
                "learningRate",
                1e-2);
        return Map.of("model", TinyModel.NAME, "dataset", dataset, "objective", Map.of(), "training", training);
    }

    @Test
    void the_tuned_model_answers_next_to_its_base_as_the_downloaded_adapter_does(@TempDir Path adapter)
            throws IOException {
        for (var name : List.of("adapter_config.json", "adapter_model.safetensors")) {
            var file = http.get("/api/v1/jobs/" + id + "/artifacts/" + name);
            Files.write(adapter.resolve(name), file.response().body());
        }
        var own = OwnAnswers.of(platform.models().resolve(TinyModel.NAME), adapter, QUESTIONS, TOKENS);

        var answer =
                generate(id, Map.of("prompts", QUESTIONS, "maxTokens", TOKENS)).json();

        assertThat(answer.get("model").asString()).isEqualTo(TinyModel.NAME);
        assertThat(answer.get("source").asString()).isEqualTo("adapter");
        assertThat(answer.get("step").asInt()).isEqualTo(30);
        assertThat(texts(answer, "tuned")).isEqualTo(own.tuned()).isNotEqualTo(own.base());
        assertThat(texts(answer, "base")).isEqualTo(own.base());
    }

    @Test
    void a_model_all_of_whose_weights_were_trained_answers_next_to_what_it_was() {
        var full = jobs.submit(spec("full", 10, 5));
        jobs.awaitSuccess(full, Duration.ofMinutes(4));

        var answer = generate(full, Map.of("prompts", QUESTIONS, "maxTokens", TOKENS))
                .json();
        var other =
                generate(id, Map.of("prompts", QUESTIONS, "maxTokens", TOKENS)).json();

        assertThat(answer.get("source").asString()).isEqualTo("model");
        assertThat(texts(answer, "tuned")).isNotEqualTo(texts(answer, "base"));
        assertThat(texts(answer, "base")).isEqualTo(texts(other, "base"));
    }

    @Test
    void a_conversation_is_answered_as_the_same_question_is_and_the_base_is_silent_where_nobody_asks_it() {
        var asked = Map.of("prompts", QUESTIONS.subList(0, 1), "compare", "none", "maxTokens", TOKENS);
        var conversation = List.of(Map.of("role", "user", "content", QUESTIONS.get(0)));

        var single = generate(id, asked).json();
        var whole = generate(id, Map.of("messages", conversation, "maxTokens", TOKENS))
                .json();

        assertThat(single.get("answers").get(0).get("base").isNull()).isTrue();
        assertThat(texts(whole, "tuned")).isEqualTo(texts(single, "tuned"));
        assertThat(whole.get("answers").get(0).get("base").isObject()).isTrue();
    }

    @Test
    void draws_are_repeated_by_their_seed() {
        var asked = Map.of("prompts", QUESTIONS, "temperature", 1.5, "topP", 0.95, "seed", 4, "maxTokens", TOKENS);

        assertThat(generate(id, asked).json()).isEqualTo(generate(id, asked).json());
    }

    @Test
    void a_job_that_has_nothing_to_load_yet_is_a_conflict_and_its_newest_checkpoint_is_enough() {
        var endless = jobs.submit(spec("lora", 1_000_000, 200));
        try {
            var problem = generate(endless, Map.of("prompts", QUESTIONS)).problem(409);
            assertThat(problem.get("detail").asString())
                    .matches("There is nothing to load yet: the job is (queued|training) and has neither a checkpoint"
                            + " nor an adapter\\.");

            Waiting.until(
                    "a checkpoint", () -> jobs.events(endless, "checkpoint"), checkpoints -> !checkpoints.isEmpty());
            var answer = generate(endless, Map.of("prompts", QUESTIONS)).json();

            assertThat(answer.get("source").asString()).isEqualTo("checkpoint");
            assertThat(answer.get("step").asInt()).isPositive().matches(step -> step % 200 == 0);
            assertThat(answer.get("answers")).hasSize(QUESTIONS.size());
            assertThat(jobs.get(endless).get("state").asString()).isEqualTo("training");
        } finally {
            http.post("/api/v1/jobs/" + endless + "/cancel", "{}");
        }
    }

    @Test
    void what_cannot_be_asked_is_refused_with_its_field() {
        var problem = generate(id, Map.of("prompts", QUESTIONS, "topK", 3)).problem(400);
        assertThat(problem.get("errors").get(0).get("field").asString()).isEqualTo("topK");

        var tooLong = generate(id, Map.of("prompts", List.of("it", "is ".repeat(200))))
                .problem(400);
        assertThat(tooLong.get("detail").asString())
                .isEqualTo("prompts[1] is \"200 tokens\"; accepted is 1 to 127 tokens for this model");
        generate("job_none", Map.of("prompts", QUESTIONS)).problem(404);
    }

    @Test
    void the_description_of_the_api_says_what_can_be_asked() {
        var fields = http.get("/openapi")
                .json()
                .get("components")
                .get("schemas")
                .get("GenerationRequest")
                .get("properties");

        assertThat(fields.propertyNames())
                .containsExactlyInAnyOrder(
                        "prompts", "messages", "maxTokens", "temperature", "topP", "stop", "seed", "compare");
    }

    private Answer generate(String job, Map<String, Object> request) {
        return http.post(
                "/api/v1/jobs/" + job + "/generate", JsonMapper.shared().writeValueAsString(request));
    }

    private static List<String> texts(JsonNode answer, String side) {
        return answer.get("answers")
                .valueStream()
                .map(pair -> pair.get(side).get("text").asString())
                .toList();
    }
}
