package io.kernelign.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.kernelign.contracts.JobRequest;
import io.kernelign.contracts.JobState;
import io.kernelign.contracts.JobVerdict;
import io.kernelign.contracts.TrainerApi;
import io.kernelign.contracts.VerdictApi;
import io.kernelign.service.blob.BlobStore;
import io.kernelign.service.testing.RunningService;
import io.kernelign.trainer.testing.CountingTrainer;
import io.kernelign.trainer.testing.Peers;
import io.kernelign.trainer.testing.SampleJobs;
import io.kernelign.trainer.testing.SmallBenchmarks;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.client.HttpClientErrorException.BadRequest;
import org.springframework.web.client.HttpClientErrorException.Conflict;
import org.springframework.web.client.HttpClientErrorException.NotFound;
import org.springframework.web.client.RestClientResponseException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What who waits for a job is told of it. Every job ends with a preference accuracy that its tag {@code score} says. */
class VerdictTest {

    @TempDir
    static Path benchmarks;

    @RegisterExtension
    @Order(1)
    static final Peers PEERS = new Peers();

    @RegisterExtension
    @Order(2)
    static final RunningService TRAINER =
            CountingTrainer.beside(PEERS).with("kernelign.benchmarks.dir", () -> benchmarks.toString());

    @TempDir
    private Path folder;

    private SampleJobs jobs;
    private VerdictApi verdicts;

    @BeforeAll
    static void files() throws IOException {
        SmallBenchmarks.write(benchmarks);
    }

    @BeforeEach
    void clients() throws IOException {
        jobs = new SampleJobs(TRAINER.client(TrainerApi.class));
        verdicts = TRAINER.client(VerdictApi.class);
        TRAINER.bean(BlobStore.class)
                .put(SampleJobs.DATASET.pairsKey(), new ByteArrayInputStream(new byte[] {'{', '}'}));
    }

    private String ended(Map<String, String> tags, JobState state) {
        var id = jobs.submit(tags);
        assertThat(jobs.await(id, state).state()).isEqualTo(state);
        return id;
    }

    private JobVerdict verdict(String id, String... gates) {
        return verdicts.verdict(SampleJobs.TENANT, id, List.of(gates));
    }

    private JsonNode refusal(Class<? extends RestClientResponseException> kind, String id, String... gates) {
        var refused = catchThrowableOfType(RestClientResponseException.class, () -> verdict(id, gates));
        assertThat(refused).isInstanceOf(kind);
        return JsonMapper.shared().readTree(refused.getResponseBodyAsString());
    }

    @Test
    void a_job_passes_once_it_has_succeeded_with_the_figures_that_are_asked_for() throws IOException {
        var gate = folder.resolve("gate");
        var id = jobs.submit(Map.of("score", "0.75", "holdAt", "3", "gate", gate.toString()));
        var gates = new String[] {"preference_accuracy >= 0.75", "loss<1"};

        var open = verdict(id, gates);
        assertThat(open.passed()).isNull();
        assertThat(open.state().ended()).isFalse();
        assertThat(open.gates())
                .containsExactly(new JobVerdict.Gate(gates[0], null, null), new JobVerdict.Gate(gates[1], null, null));
        Files.createFile(gate);
        jobs.await(id, JobState.SUCCEEDED);

        var passed = verdict(id, gates);
        assertThat(passed.passed()).isTrue();
        assertThat(passed.state()).isEqualTo(JobState.SUCCEEDED);
        assertThat(passed.gates())
                .containsExactly(new JobVerdict.Gate(gates[0], 0.75, true), new JobVerdict.Gate(gates[1], 0.5, true));
        assertThat(verdict(id).passed()).isTrue();
    }

    @Test
    void a_figure_on_the_wrong_side_of_its_bound_is_a_conflict_that_says_what_it_is() {
        var id = ended(Map.of("score", "0.5"), JobState.SUCCEEDED);

        var problem = refusal(Conflict.class, id, "preference_accuracy>=0.7", "loss<=0.5", "loss>5e-1");
        assertThat(problem.get("detail").asString())
                .isEqualTo("The job " + id + " succeeded, but preference_accuracy>=0.7 does not hold: it is 0.5;"
                        + " loss>5e-1 does not hold: it is 0.5.");
        assertThat(problem.get("passed").asBoolean()).isFalse();
        assertThat(problem.get("state").asString()).isEqualTo("succeeded");
        assertThat(problem.get("gates").valueStream().map(gate -> gate.get("passed")
                        .asBoolean()))
                .containsExactly(false, true, false);
    }

    @Test
    void a_figure_that_was_not_measured_passes_no_gate() {
        var id = ended(Map.of(), JobState.SUCCEEDED);

        assertThat(refusal(Conflict.class, id, "weighted_alpha<10")
                        .get("detail")
                        .asString())
                .endsWith("weighted_alpha<10 does not hold: it was not measured.");
    }

    @Test
    void a_job_that_failed_or_was_cancelled_has_not_passed_whatever_was_asked_for() {
        var failed = ended(Map.of("failAt", "3"), JobState.FAILED);
        var cancelled = jobs.submit(
                Map.of("holdAt", "3", "gate", folder.resolve("never").toString()));
        jobs.trainer().cancel(SampleJobs.TENANT, cancelled);
        jobs.await(cancelled, JobState.CANCELLED);

        assertThat(refusal(Conflict.class, failed).get("detail").asString())
                .isEqualTo("The job " + failed + " failed: the loss of step 3 is not a number");
        assertThat(refusal(Conflict.class, cancelled, "loss<1").get("detail").asString())
                .isEqualTo("The job " + cancelled + " was cancelled.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "accuracy>=0.7",
                "benchmark.mmlu>=0.5",
                "divergence.configured<1",
                "preference_accuracy=>0.7",
                "preference_accuracy=0.7",
                "preference_accuracy>=",
                "preference_accuracy>=1.2.3",
                "preference_accuracy>=NaN",
                "0.7<=preference_accuracy",
                ""
            })
    void what_is_no_gate_of_this_job_is_refused_with_those_that_are(String gate) {
        var id = jobs.submit(Map.of());

        var errors = refusal(BadRequest.class, id, "loss<1", gate).get("errors");
        assertThat(errors.size()).isEqualTo(1);
        assertThat(errors.get(0).get("field").asString()).isEqualTo("gate[1]");
        assertThat(errors.get(0).get("found").asString()).isEqualTo('"' + gate + '"');
        assertThat(errors.get(0).get("accepted").asString())
                .contains("preference_accuracy>=0.7", "ranking_accuracy.low")
                .doesNotContain("mmlu", "divergence.configured");
    }

    @Test
    void what_a_job_asks_for_is_among_its_figures() {
        var spec = Map.<String, Object>of(
                "model",
                SampleJobs.MODEL,
                "dataset",
                SampleJobs.DATASET.id(),
                "objective",
                Map.of("divergence", "kl"),
                "evaluation",
                Map.of("benchmarks", List.of(Map.of("name", "mmlu"))));
        var id = jobs.submit(new JobRequest(spec, SampleJobs.DATASET));

        assertThat(verdict(id, "benchmark.mmlu.difference.low>-0.01", "divergence.configured<5")
                        .passed())
                .isNull();
    }

    @Test
    void more_than_twenty_gates_are_refused() {
        var id = jobs.submit(Map.of());
        var gates = Collections.nCopies(21, "loss<1").toArray(String[]::new);

        assertThat(refusal(BadRequest.class, id, gates)
                        .get("errors")
                        .get(0)
                        .get("field")
                        .asString())
                .isEqualTo("gate");
    }

    @Test
    void another_tenant_s_job_is_not_there() {
        var id = jobs.submit(Map.of());

        var refused = catchThrowableOfType(
                RestClientResponseException.class, () -> verdicts.verdict("other", id, List.of("nonsense")));
        assertThat(refused).isInstanceOf(NotFound.class);
    }
}
