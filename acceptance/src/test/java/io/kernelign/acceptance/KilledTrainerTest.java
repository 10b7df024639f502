package io.kernelign.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.kernelign.acceptance.platform.Jobs;
import io.kernelign.acceptance.platform.Platform;
import io.kernelign.acceptance.platform.SharedPlatform;
import io.kernelign.acceptance.platform.TinyJob;
import io.kernelign.acceptance.platform.TinyPairs;
import io.kernelign.contracts.MetricPoint;
import io.kernelign.contracts.PointBatch;
import io.kernelign.contracts.RunOutcome;
import io.kernelign.contracts.Tenancy;
import io.kernelign.service.testing.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.web.client.RestClientResponseException;
import tools.jackson.databind.JsonNode;

/** The same job twice, once left alone and once with its trainer killed in the middle ({@code kill -9}). */
@ExtendWith(SharedPlatform.class)
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class KilledTrainerTest {

    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final Duration TAKEOVER = Duration.ofSeconds(10);
    private static final int STEPS = 600;
    private static final int CHECKPOINT_STEPS = 40;

    private final Platform platform;
    private final Jobs jobs;
    private String whole;
    private String killed;

    /** The last checkpoint that the killed trainer told of. */
    private long checkpoint;

    private Instant killedAt;
    private Instant up;
    private JsonNode job;

    KilledTrainerTest(Platform platform) {
        this.platform = platform;
        this.jobs = new Jobs(platform.http());
    }

    @BeforeAll
    void kill() throws Exception {
        var dataset = jobs.upload("?name=killed", TinyPairs.rows());
        whole = jobs.submit(spec(dataset));
        jobs.awaitSuccess(whole, PATIENCE);

        killed = jobs.submit(spec(dataset));
        var checkpoints = Waiting.until(
                "two checkpoints of " + killed,
                PATIENCE,
                () -> jobs.events(killed, "checkpoint"),
                seen -> seen.size() >= 2);
        platform.killTrainer();
        killedAt = Instant.now();
        checkpoint = step(checkpoints.get(checkpoints.size() - 1));
        platform.restartTrainer();
        up = Instant.now();
        job = jobs.awaitSuccess(killed, PATIENCE);
    }

    private static Map<String, Object> spec(String dataset) {
        return TinyJob.spec(dataset, STEPS, CHECKPOINT_STEPS, 1e-3);
    }

    private static long step(JsonNode event) {
        return event.get("data").get("step").asLong();
    }

    @Test
    void it_goes_on_from_its_checkpoint_within_ten_seconds() {
        var next = firstStepOfTheSecondTrainer();

        assertThat(step(next)).isGreaterThan(checkpoint).isLessThan(STEPS);
        assertThat(step(next) % CHECKPOINT_STEPS).isEqualTo(1);
        assertThat(Instant.parse(next.get("at").asString())).isBefore(up.plus(TAKEOVER));
    }

    private JsonNode firstStepOfTheSecondTrainer() {
        return jobs.events(killed, "step").stream()
                .filter(event -> Instant.parse(event.get("at").asString()).isAfter(killedAt))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void it_was_taken_twice_and_its_curves_have_every_step_once() {
        assertThat(job.get("attempt").asInt()).isEqualTo(2);
        assertThat(curve(killed).get("total").asInt()).isEqualTo(STEPS);
    }

    @Test
    void its_losses_and_its_adapter_are_bit_equal_to_those_of_the_job_that_was_left_alone() {
        assertThat(sha256(killed)).isEqualTo(sha256(whole));
        assertThat(curve(killed).get("points")).isEqualTo(curve(whole).get("points"));
    }

    private JsonNode curve(String id) {
        return jobs.get(id, "/metrics?split=train&name=loss&maxPoints=" + STEPS);
    }

    private String sha256(String id) {
        return jobs.get(id, "/artifacts")
                .valueStream()
                .filter(artifact -> artifact.get("name").asString().equals("adapter_model.safetensors"))
                .map(artifact -> artifact.get("sha256").asString())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void what_its_first_attempt_still_wants_to_write_is_refused() {
        var before = jobs.get(killed, "/metrics");
        var point = new MetricPoint("train", "loss", STEPS + 1, 7.0, Instant.now());
        var metrics = platform.metrics();

        for (Runnable write : List.<Runnable>of(
                () -> metrics.append(Tenancy.DEFAULT, killed, new PointBatch(1, List.of(point))),
                () -> metrics.close(Tenancy.DEFAULT, killed, new RunOutcome(1, "failed", Map.of())))) {
            var refusal = catchThrowableOfType(RestClientResponseException.class, write::run);
            assertThat(refusal.getStatusCode().value()).isEqualTo(409);
            assertThat(refusal.getResponseBodyAsString()).contains("Attempt 1 may not write: the run is in attempt 2.");
        }
        assertThat(jobs.get(killed, "/metrics")).isEqualTo(before);
    }
}
