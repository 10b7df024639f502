package io.kernelign.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kernelign.acceptance.platform.Jobs;
import io.kernelign.acceptance.platform.Platform;
import io.kernelign.acceptance.platform.SharedPlatform;
import io.kernelign.acceptance.platform.TinyModel;
import io.kernelign.acceptance.platform.TinyPairs;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** One job whose objective is measured: all 42 candidates race; each test looks at one side of it. */
@ExtendWith(SharedPlatform.class)
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(value = 8, unit = TimeUnit.MINUTES)
class PilotTest {

    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final Jobs jobs;
    private String dataset;
    private String id;
    private JsonNode job;

    PilotTest(Platform platform) {
        this.jobs = new Jobs(platform.http());
    }

    @BeforeAll
    void run() {
        dataset = jobs.upload("?name=tones&heldOutShare=0.2", TinyPairs.rows());
        id = jobs.submit(spec());
        job = jobs.awaitSuccess(id, PATIENCE);
    }

    private Map<String, Object> spec() {
        var training = Map.of(
                "epochs", 8, "batchTokens", 64, "learningRate", 1e-3, "lora", Map.of("layers", Map.of("top", 1)));
        return Map.of("model", TinyModel.NAME, "dataset", dataset, "selection", "pilot", "training", training);
    }

    @Test
    void all_42_candidates_race_for_at_most_two_full_runs() {
        var pilot = job.get("pilot");

        assertThat(pilot.get("asked").asInt()).isEqualTo(42);
        assertThat(pilot.get("rungs").get(0).get("candidates")).hasSize(42);
        assertThat(pilot.get("spentRuns").asDouble()).isGreaterThan(0).isLessThanOrEqualTo(2);
        assertThat(pilot.get("ended").asString()).isNotBlank();
    }

    @Test
    void each_rung_has_its_scores_with_intervals_and_keeps_the_best() {
        for (var rung : job.get("pilot").get("rungs")) {
            var accuracies = rung.get("candidates")
                    .valueStream()
                    .map(candidate -> candidate.get("accuracy").asDouble())
                    .toList();
            assertThat(accuracies).isSortedAccordingTo((a, b) -> Double.compare(b, a));
            for (var candidate : rung.get("candidates")) {
                var interval = candidate.get("accuracyInterval");
                assertThat(candidate.get("accuracy").asDouble())
                        .isBetween(
                                interval.get("low").asDouble(),
                                interval.get("high").asDouble());
                assertThat(candidate.get("behind").asDouble()).isNotNegative();
            }
        }
    }

    @Test
    void the_job_s_objective_is_the_winner() {
        var winner = job.get("pilot").get("winner");
        var objective = job.get("spec").get("objective");

        assertThat(objective.get("kernel").get("name")).isEqualTo(winner.get("kernel"));
        assertThat(objective.get("divergence").get("name")).isEqualTo(winner.get("divergence"));
        assertThat(job.get("spec").has("selection")).isFalse();
    }

    @Test
    void its_log_tells_of_the_race_while_it_runs() {
        var messages = jobs.events(id, "pilot").stream()
                .map(event -> event.get("message").asString())
                .toList();

        assertThat(messages.get(0)).startsWith("42 of 42 candidates race in 5 rungs, for at most ");
        assertThat(messages.get(messages.size() - 1)).contains(" wins. ");
    }

    @Test
    void its_curves_begin_with_the_pilot() {
        var curve = jobs.get(id, "/metrics?split=train&name=preference_loss");
        var steps = job.get("progress").get("totalSteps").asLong();

        assertThat(curve.get("points").valueStream().map(point -> point.get("step")
                        .asLong()))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, steps).boxed().toList());
        assertThat(curve.get("points").get(0).get("value").asDouble()).isCloseTo(Math.log(2), within(0.2));
        var accuracy = jobs.get(id, "/metrics?split=held_out&name=ranking_accuracy");
        assertThat(accuracy.get("points").get(0).get("step").asInt()).isZero();
    }

    @Test
    void the_same_objective_without_a_pilot_ends_with_the_same_adapter() {
        var spec = new HashMap<>(spec());
        spec.remove("selection");
        spec.put("objective", job.get("spec").get("objective"));
        var direct = jobs.submit(spec);
        jobs.awaitSuccess(direct, PATIENCE);

        assertThat(adapter(direct)).isEqualTo(adapter(id));
    }

    private List<String> adapter(String job) {
        return jobs.get(job, "/artifacts")
                .valueStream()
                .filter(artifact -> artifact.get("name").asString().equals("adapter_model.safetensors"))
                .map(artifact -> artifact.get("sha256").asString())
                .toList();
    }

    @Test
    void a_dry_run_tells_what_the_race_costs_at_most() {
        var estimate = jobs.post("?dryRun=true", spec()).json();

        assertThat(estimate.get("pilot").get("candidates").asInt()).isEqualTo(42);
        assertThat(estimate.get("pilot").get("tokenSteps").asLong())
                .isEqualTo(2 * estimate.get("tokens").asLong());
    }
}
