package io.kernelign.trainer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kernelign.contracts.JobState;
import io.kernelign.contracts.JobView;
import io.kernelign.contracts.TrainerApi;
import io.kernelign.service.blob.BlobStore;
import io.kernelign.service.testing.RunningService;
import io.kernelign.service.testing.Waiting;
import io.kernelign.trainer.testing.CountingTrainer;
import io.kernelign.trainer.testing.Peers;
import io.kernelign.trainer.testing.SampleJobs;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.web.client.HttpClientErrorException.Conflict;

class PausedJobTest {

    @RegisterExtension
    @Order(1)
    static final Peers PEERS = new Peers();

    @RegisterExtension
    @Order(2)
    static final RunningService TRAINER = CountingTrainer.beside(PEERS);

    @TempDir
    private Path folder;

    private SampleJobs jobs;

    @BeforeEach
    void client() throws IOException {
        jobs = new SampleJobs(TRAINER.client(TrainerApi.class));
        TRAINER.bean(BlobStore.class)
                .put(SampleJobs.DATASET.pairsKey(), new ByteArrayInputStream(new byte[] {'{', '}'}));
    }

    private Map<String, String> held(long step) {
        return Map.of("holdAt", String.valueOf(step), "gate", gate().toString());
    }

    private Path gate() {
        return folder.resolve("gate");
    }

    private JobView pause(String id) {
        return jobs.trainer().pause(SampleJobs.TENANT, id);
    }

    private JobView resume(String id) {
        return jobs.trainer().resume(SampleJobs.TENANT, id);
    }

    /** A job that stands before its step 8 and was paused there. */
    private String paused() {
        var id = jobs.submit(held(8));
        jobs.awaitStep(id, 7);
        assertThat(pause(id).paused()).isTrue();
        Waiting.until(
                "the pause",
                Duration.ofSeconds(30),
                () -> jobs.messages(id, "pause"),
                messages -> messages.contains("The job is paused."));
        return id;
    }

    @Test
    void a_paused_job_leaves_its_place_and_goes_on_from_the_step_at_which_it_was_paused() throws IOException {
        var id = paused();
        assertThat(jobs.get(id).state()).isEqualTo(JobState.TRAINING);
        jobs.await(jobs.submit(Map.of()), JobState.SUCCEEDED);

        Files.createFile(gate());
        assertThat(resume(id).paused()).isFalse();
        var job = jobs.await(id, JobState.SUCCEEDED);

        assertThat(job.attempt()).isEqualTo(2);
        assertThat(jobs.messages(id, "warning")).containsExactly("going on at step 8");
        assertThat(adapter(id)).isEqualTo(CountingTrainer.sumAfter(20));
        assertThat(jobs.messages(id, "pause"))
                .containsExactly(
                        "Somebody wishes to pause the job; no worker goes on with it.",
                        "The job is paused.",
                        "The job is resumed.");
    }

    private String adapter(String id) throws IOException {
        var artifact = jobs.trainer().artifacts(SampleJobs.TENANT, id).stream()
                .filter(it -> it.name().equals("adapter_model.safetensors"))
                .findFirst()
                .orElseThrow();
        try (var in = TRAINER.bean(BlobStore.class).open(artifact.blobKey())) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }

    @Test
    void a_job_that_is_paused_in_the_queue_is_not_begun_until_it_is_resumed() throws IOException {
        var running = jobs.submit(held(8));
        jobs.awaitStep(running, 7);
        var waiting = jobs.submit(Map.of());
        pause(waiting);
        Files.createFile(gate());
        jobs.await(running, JobState.SUCCEEDED);
        jobs.await(jobs.submit(Map.of()), JobState.SUCCEEDED);

        assertThat(jobs.get(waiting).attempt()).isZero();
        assertThat(jobs.get(waiting).state()).isEqualTo(JobState.QUEUED);
        resume(waiting);
        assertThat(jobs.await(waiting, JobState.SUCCEEDED).attempt()).isEqualTo(1);
    }

    @Test
    void a_paused_job_is_cancelled_at_once() {
        var id = paused();

        assertThat(jobs.trainer().cancel(SampleJobs.TENANT, id).state()).isEqualTo(JobState.CANCELLED);
    }

    @Test
    void pausing_twice_and_resuming_what_runs_are_harmless_and_a_job_that_has_ended_refuses_both() throws IOException {
        var id = paused();
        assertThat(pause(id).paused()).isTrue();
        Files.createFile(gate());
        resume(id);
        assertThat(resume(id).paused()).isFalse();
        jobs.await(id, JobState.SUCCEEDED);

        assertThatThrownBy(() -> pause(id)).isInstanceOf(Conflict.class).hasMessageContaining("has ended");
        assertThatThrownBy(() -> resume(id)).isInstanceOf(Conflict.class);
    }
}
