package io.kernelign.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.kernelign.contracts.JobRequest;
import io.kernelign.contracts.JobState;
import io.kernelign.contracts.TrainerApi;
import io.kernelign.service.blob.BlobStore;
import io.kernelign.service.testing.RunningService;
import io.kernelign.service.testing.Waiting;
import io.kernelign.trainer.testing.CountingTrainer;
import io.kernelign.trainer.testing.OneModelHub;
import io.kernelign.trainer.testing.Peers;
import io.kernelign.trainer.testing.SampleJobs;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.web.client.RestClientResponseException;

class HubJobTest {

    private static final String PINNED = "hf:acme/tiny@" + OneModelHub.COMMIT;

    @TempDir
    static Path cache;

    @RegisterExtension
    @Order(1)
    static final Peers PEERS = new Peers();

    @RegisterExtension
    @Order(2)
    static final OneModelHub HUB = new OneModelHub();

    @RegisterExtension
    @Order(3)
    static final RunningService TRAINER = CountingTrainer.beside(PEERS)
            .with("kernelign.hub.endpoint", HUB::url)
            .with("kernelign.hub.dir", () -> cache.toString());

    private SampleJobs jobs;

    @BeforeEach
    void client() throws IOException {
        jobs = new SampleJobs(TRAINER.client(TrainerApi.class));
        TRAINER.bean(BlobStore.class)
                .put(SampleJobs.DATASET.pairsKey(), new ByteArrayInputStream(new byte[] {'{', '}'}));
    }

    private static JobRequest of(String model) {
        var spec = new HashMap<>(SampleJobs.request(Map.of()).spec());
        spec.put("model", model);
        return new JobRequest(spec, SampleJobs.DATASET);
    }

    @Test
    void a_job_fetches_its_model_first_and_keeps_the_commit_and_the_next_one_finds_it() throws IOException {
        var before = HUB.asked();
        var estimate = jobs.trainer().estimate(SampleJobs.TENANT, of("hf:acme/tiny"));
        assertThat(estimate.note())
                .isEqualTo(
                        "hf:acme/tiny is not here yet: the job would fetch it first, and what it costs is known then");
        assertThat(estimate.memoryBytes()).isNull();
        assertThat(HUB.asked()).isEqualTo(before);

        var id = jobs.submit(of("hf:acme/tiny@main"));
        var job = jobs.await(id, JobState.SUCCEEDED);

        assertThat(job.error()).isNull();
        assertThat(job.state()).isEqualTo(JobState.SUCCEEDED);
        assertThat(job.spec()).containsEntry("model", PINNED);
        assertThat(jobs.messages(id, "model"))
                .startsWith("Fetching hf:acme/tiny@main.")
                .anyMatch(message -> message.startsWith("model.safetensors: 0.0 of 0.0 MB"))
                .endsWith(PINNED + " is here.");
        assertThat(card(id)).contains("base_model: acme/tiny\n", "`" + PINNED + "`");

        var after = HUB.asked();
        var again = jobs.submit(of(PINNED));
        assertThat(jobs.await(again, JobState.SUCCEEDED).state()).isEqualTo(JobState.SUCCEEDED);
        assertThat(jobs.messages(again, "model")).isEmpty();
        assertThat(jobs.trainer().estimate(SampleJobs.TENANT, of(PINNED)).steps())
                .isEqualTo(20);
        assertThat(HUB.asked()).isEqualTo(after);
    }

    private String card(String id) throws IOException {
        var key = jobs.trainer().artifacts(SampleJobs.TENANT, id).get(0).blobKey();
        try (var in = TRAINER.bean(BlobStore.class).open(key)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void a_model_that_the_hub_does_not_have_fails_the_job_with_one_sentence() {
        var job = jobs.await(jobs.submit(of("hf:acme/none@v1")), JobState.FAILED);

        assertThat(job.error()).isEqualTo("127.0.0.1 answers 404 for hf:acme/none@v1: there is no such model");
    }

    @Test
    void a_job_that_waits_for_the_hub_says_so_and_can_be_cancelled() {
        var id = jobs.submit(of("hf:acme/busy"));
        Waiting.until("the wait", () -> jobs.messages(id, "warning"), messages -> !messages.isEmpty());
        jobs.trainer().cancel(SampleJobs.TENANT, id);

        assertThat(jobs.await(id, JobState.CANCELLED).state()).isEqualTo(JobState.CANCELLED);
        assertThat(jobs.messages(id, "warning"))
                .containsExactly("127.0.0.1 answers 429 for hf:acme/busy@main; trying again in 200 seconds.");
    }

    @Test
    void a_name_that_the_hub_cannot_have_is_refused_at_submission() {
        for (var name : List.of("hf:tiny", "hf:acme/../tiny", "hf:acme/tiny@")) {
            var e = catchThrowableOfType(RestClientResponseException.class, () -> jobs.submit(of(name)));
            assertThat(e.getStatusCode().value()).isEqualTo(400);
            assertThat(e.getResponseBodyAsString())
                    .contains("\"field\":\"model\"", "one of tiny; or hf:owner/name or hf:owner/name@revision");
        }
    }
}
