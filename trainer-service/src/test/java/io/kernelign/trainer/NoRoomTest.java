package io.kernelign.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.kernelign.contracts.GenerationApi;
import io.kernelign.contracts.JobMemory;
import io.kernelign.contracts.JobRequest;
import io.kernelign.contracts.JobState;
import io.kernelign.contracts.MemoryRemedy;
import io.kernelign.contracts.MemoryTerm;
import io.kernelign.contracts.PolicyEncoderApi;
import io.kernelign.service.testing.TestDatabase;
import io.kernelign.service.testing.TestPostgres;
import io.kernelign.service.testing.Waiting;
import io.kernelign.trainer.testing.LongPairs;
import io.kernelign.trainer.testing.Peers;
import io.kernelign.trainer.testing.RealTrainer;
import io.kernelign.trainer.testing.SampleJobs;
import io.kernelign.trainer.testing.TrainerProcess;
import io.kernelign.trainer.testing.WideModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.web.client.RestClientResponseException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What does not fit into the memory of a real worker. */
class NoRoomTest {

    private static final long MEBI = 1 << 20;
    private static final JobRequest LARGE = LongPairs.job(Map.of("batchTokens", 16_384));
    private static final JobRequest ENDLESS = LongPairs.smallJob(Map.of("steps", 1_000_000, "checkpointSteps", 1));

    private static final String REFUSAL =
            "training needs [0-9.]+ GiB of memory .* and there are 6.0 GiB; it fits with .*";

    @RegisterExtension
    static final Peers PEERS = new Peers();

    @TempDir
    Path folder;

    private TestDatabase database;

    @BeforeEach
    void parts() throws IOException {
        WideModel.write(folder.resolve("models"));
        LongPairs.write(folder.resolve("blobs"));
        database = TestPostgres.freshDatabase();
    }

    private TrainerProcess start(String memory) throws IOException {
        return TrainerProcess.start(
                RealTrainer.class,
                database,
                folder.resolve("blobs"),
                folder.resolve("models"),
                "--kernelign.services.metrics=" + PEERS.url(),
                "--kernelign.trainer.memory=" + memory);
    }

    @Test
    void a_job_that_cannot_fit_is_refused_with_changes_that_make_it_fit() throws IOException {
        try (var trainer = start("6GB")) {
            var estimate = trainer.jobs().trainer().estimate(SampleJobs.TENANT, LARGE);
            var memory = estimate.memory();

            assertThat(memory.fits()).isFalse();
            assertThat(estimate.note()).matches(REFUSAL);
            assertThat(memory.availableBytes()).isEqualTo(6L << 30);
            assertThat(memory.terms()).extracting(MemoryTerm::name).contains("process", "weights", "activations");
            assertThat(memory.terms().stream().mapToLong(MemoryTerm::bytes).sum())
                    .isEqualTo(memory.bytes())
                    .isEqualTo(estimate.memoryBytes());
            assertThat(memory.remedies()).isNotEmpty().allSatisfy(remedy -> {
                assertThat(remedy.bytes()).isLessThanOrEqualTo(6L << 30);
                var changed = trainer.jobs().trainer().estimate(SampleJobs.TENANT, changed(remedy.changes()));
                assertThat(changed.memory().fits()).isTrue();
            });

            var problem = problem(409, () -> trainer.jobs().submit(LARGE));
            assertThat(problem.get("detail").asString()).matches(REFUSAL);
            var refused = JsonMapper.shared().treeToValue(problem.get("memory"), JobMemory.class);
            assertThat(refused.fits()).isFalse();
            assertThat(refused.availableBytes()).isEqualTo(memory.availableBytes());
            assertThat(refused.remedies())
                    .extracting(MemoryRemedy::changes)
                    .isEqualTo(memory.remedies().stream()
                            .map(MemoryRemedy::changes)
                            .toList());
            assertThat(trainer.jobs()
                            .trainer()
                            .jobs(SampleJobs.TENANT, null, null, null, 20)
                            .items())
                    .isEmpty();
        }
    }

    /** The large job with other settings of its training. */
    private static JobRequest changed(Map<String, Object> changes) {
        var training = new HashMap<String, Object>(Map.of("batchTokens", 16_384));
        changes.forEach((field, value) -> training.put(field.substring("training.".length()), value));
        return LongPairs.job(training);
    }

    @Test
    void a_job_that_does_not_fit_any_more_when_it_starts_fails_with_changes_that_make_it_fit() throws Exception {
        String large;
        String endless;
        try (var trainer = start("1TB")) {
            endless = trainer.jobs().submit(ENDLESS);
            trainer.jobs().awaitStep(endless, 1);
            large = trainer.jobs().submit(LARGE);
            trainer.kill();
        }
        try (var trainer = start("6GB")) {
            trainer.jobs().trainer().cancel(SampleJobs.TENANT, endless);
            var job = trainer.jobs().await(large, JobState.FAILED);

            assertThat(job.error())
                    .matches("training needs [0-9.]+ GiB of memory .* and there are 6.0 GiB; it fits with"
                            + " training.batchTokens 512: [0-9.]+ GiB.*");
        }
    }

    @Test
    void a_model_is_tried_only_where_there_is_room_beside_what_runs_and_a_job_has_its_room_back() throws IOException {
        long needed;
        try (var trainer = start("1TB")) {
            needed = trainer.jobs()
                    .trainer()
                    .estimate(SampleJobs.TENANT, ENDLESS)
                    .memoryBytes();
        }
        try (var trainer = start(needed + 100 * MEBI + "B")) {
            var jobs = trainer.jobs();
            var endless = jobs.submit(ENDLESS);
            Waiting.until("a checkpoint", () -> jobs.messages(endless, "checkpoint"), messages -> !messages.isEmpty());

            var problem = problem(409, () -> generate(trainer, endless));
            assertThat(problem.get("detail").asString())
                    .matches("This model cannot be loaded with its base beside what runs: it takes [0-9]+ MiB, and of"
                            + " the [0-9.]+ GiB that this worker can have [0-9]+ MiB are left\\.");

            var unread = problem(409, () -> trainer.client(PolicyEncoderApi.class)
                    .embeddings(Map.of("model", WideModel.NAME, "input", List.of("cats sing"))));
            assertThat(unread.get("detail").asString())
                    .matches(
                            "This model cannot be loaded beside what runs: it takes [0-9.]+ GiB, and of the [0-9.]+ GiB"
                                    + " that this worker can have [0-9]+ MiB are left\\.");

            jobs.trainer().cancel(SampleJobs.TENANT, endless);
            jobs.await(endless, JobState.CANCELLED);
            generate(trainer, endless);
            var next = jobs.await(jobs.submit(LongPairs.smallJob(Map.of())), JobState.SUCCEEDED);
            assertThat(next.state()).isEqualTo(JobState.SUCCEEDED);
        }
    }

    private static void generate(TrainerProcess trainer, String job) {
        var request = Map.<String, Object>of("prompts", List.of("cats sing"), "maxTokens", 2);
        assertThat(trainer.client(GenerationApi.class)
                        .generate(SampleJobs.TENANT, job, request)
                        .answers())
                .hasSize(1);
    }

    private static JsonNode problem(int status, Runnable ask) {
        var e = catchThrowableOfType(RestClientResponseException.class, ask::run);
        assertThat(e.getStatusCode().value()).isEqualTo(status);
        return JsonMapper.shared().readTree(e.getResponseBodyAsByteArray());
    }
}
