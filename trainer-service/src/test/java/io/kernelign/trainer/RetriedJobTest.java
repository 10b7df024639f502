package io.kernelign.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kernelign.contracts.JobState;
import io.kernelign.contracts.JobView;
import io.kernelign.contracts.SweepApi;
import io.kernelign.contracts.TrainerApi;
import io.kernelign.service.blob.BlobStore;
import io.kernelign.service.testing.RunningService;
import io.kernelign.service.testing.Waiting;
import io.kernelign.trainer.testing.CountingTrainer;
import io.kernelign.trainer.testing.Peers;
import io.kernelign.trainer.testing.SampleJobs;
import io.kernelign.trainer.testing.SampleSweeps;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.web.client.HttpClientErrorException.Conflict;
import org.springframework.web.client.HttpClientErrorException.NotFound;

class RetriedJobTest {

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

    private String held(long step) {
        var id = jobs.submit(Map.of("holdAt", String.valueOf(step), "gate", gate().toString()));
        jobs.awaitStep(id, step - 1);
        return id;
    }

    private Path gate() {
        return folder.resolve("gate");
    }

    private JobView retry(String id) {
        return jobs.trainer().retry(SampleJobs.TENANT, id);
    }

    private void cancel(String id) {
        jobs.trainer().cancel(SampleJobs.TENANT, id);
    }

    @Test
    void a_cancelled_job_goes_on_from_its_newest_checkpoint() throws IOException {
        var id = held(8);
        cancel(id);
        jobs.await(id, JobState.CANCELLED);
        Files.createFile(gate());

        var queued = retry(id);
        assertThat(queued.state()).isEqualTo(JobState.QUEUED);
        assertThat(queued.finishedAt()).isNull();
        var job = jobs.await(id, JobState.SUCCEEDED);

        assertThat(job.state()).isEqualTo(JobState.SUCCEEDED);
        assertThat(job.attempt()).isEqualTo(2);
        assertThat(jobs.messages(id, "warning")).containsExactly("going on at step 6");
        assertThat(jobs.messages(id, "state"))
                .containsSubsequence(
                        "The job is cancelled.",
                        "The job is queued again, and goes on from its newest checkpoint.",
                        "The job is succeeded.");
        assertThat(PEERS.run(id).stepsOf("train", "margin")).hasSize(20);
        Waiting.until("the outcome", () -> PEERS.run(id).outcome().state(), "succeeded"::equals);
    }

    @Test
    void a_job_that_fails_again_says_why_again() {
        var id = jobs.submit(Map.of("failAt", "3"));
        jobs.await(id, JobState.FAILED);

        assertThat(retry(id).error()).isNull();
        var job = Waiting.until(
                "the second failure",
                () -> jobs.get(id),
                it -> it.attempt() == 2 && it.state().ended());

        assertThat(job.state()).isEqualTo(JobState.FAILED);
        assertThat(job.error()).isEqualTo("the loss of step 3 is not a number");
        assertThat(jobs.messages(id, "state")).contains("The job is queued again, and goes on from its beginning.");
    }

    @Test
    void a_job_that_was_cancelled_in_the_queue_is_worked_on_once() throws IOException {
        var running = held(8);
        var waiting = jobs.submit(Map.of());
        cancel(waiting);
        retry(waiting);
        Files.createFile(gate());

        assertThat(jobs.await(waiting, JobState.SUCCEEDED).attempt()).isEqualTo(1);
        jobs.await(running, JobState.SUCCEEDED);
    }

    @Test
    void a_job_that_is_cancelled_and_retried_again_and_again_is_never_forgotten() {
        var id = jobs.submit(Map.of("steps", "50"));
        for (int i = 0; i < 30; i++) {
            cancel(id);
            var state = jobs.await(id, JobState.CANCELLED).state();
            if (state == JobState.SUCCEEDED) {
                return;
            }
            retry(id);
        }
        assertThat(jobs.await(id, JobState.SUCCEEDED).state()).isEqualTo(JobState.SUCCEEDED);
    }

    @Test
    void a_job_that_runs_or_has_succeeded_or_is_another_s_is_not_retried() throws IOException {
        var id = held(3);
        assertThatThrownBy(() -> retry(id)).isInstanceOf(Conflict.class).hasMessageContaining("is training; only one");
        Files.createFile(gate());
        jobs.await(id, JobState.SUCCEEDED);

        assertThatThrownBy(() -> retry(id)).isInstanceOf(Conflict.class).hasMessageContaining("is succeeded");
        assertThatThrownBy(() -> jobs.trainer().retry("other", id)).isInstanceOf(NotFound.class);
    }

    @Test
    void a_job_of_a_sweep_is_not_retried() {
        var sweeps = new SampleSweeps(TRAINER.client(SweepApi.class));
        var held = Map.of("holdAt", "1", "gate", gate().toString());
        var sweep = sweeps.submit(SampleSweeps.spec(
                List.of(SampleSweeps.values("training.seed", List.of(1, 2))), Map.of("method", "grid"), held));
        sweeps.awaitTrials(sweep, 1);
        var id = sweeps.jobs(sweep).get(0);
        sweeps.trainer().cancel(SampleJobs.TENANT, sweep);
        jobs.await(id, JobState.CANCELLED);

        assertThatThrownBy(() -> retry(id)).isInstanceOf(Conflict.class).hasMessageContaining("belongs to a sweep");
    }
}
