package io.kernelign.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.kernelign.acceptance.platform.Jobs;
import io.kernelign.acceptance.platform.Platform;
import io.kernelign.acceptance.platform.SharedPlatform;
import io.kernelign.acceptance.platform.TinyModel;
import io.kernelign.acceptance.platform.TinyPairs;
import io.kernelign.acceptance.platform.TraceReceiver;
import io.kernelign.service.testing.Waiting;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.json.JsonMapper;

/** What an OpenTelemetry collector is told. */
@ExtendWith(SharedPlatform.class)
@Timeout(value = 8, unit = TimeUnit.MINUTES)
class TracesTest {

    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final Platform platform;
    private final TraceReceiver traces;

    TracesTest(Platform platform, TraceReceiver traces) {
        this.platform = platform;
        this.traces = traces;
    }

    @Test
    void the_trace_of_whoever_submits_a_job_goes_on_through_all_four_services() {
        var jobs = new Jobs(platform.http());
        var dataset = jobs.upload("?name=tones&heldOutShare=0.2", TinyPairs.rows());
        var trace = UUID.randomUUID().toString().replace("-", "");
        var spec = JsonMapper.shared()
                .writeValueAsString(Map.of(
                        "model",
                        TinyModel.NAME,
                        "dataset",
                        dataset,
                        "objective",
                        "auto",
                        "training",
                        Map.of("steps", 2, "batchTokens", 64)));

        var submitted = platform.http()
                .send("/api/v1/jobs", request -> request.header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(spec)));

        assertThat(submitted.status()).as("%s", submitted.json()).isEqualTo(201);
        jobs.awaitSuccess(submitted.json().get("id").asString(), PATIENCE);
        Waiting.until(
                "the spans of all services",
                PATIENCE,
                () -> traces.services(trace),
                seen -> seen.equals(
                        Set.of("gateway-service", "trainer-service", "selector-service", "metrics-service")));
    }
}
