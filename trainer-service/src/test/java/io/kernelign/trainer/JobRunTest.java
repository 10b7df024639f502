package io.kernelign.trainer;

import static org.assertj.core.api.Assertions.assertThat;

import io.kernelign.contracts.ArtifactView;
import io.kernelign.contracts.JobRequest;
import io.kernelign.contracts.JobState;
import io.kernelign.contracts.RecommendationState;
import io.kernelign.contracts.TrainerApi;
import io.kernelign.service.blob.BlobStore;
import io.kernelign.service.testing.RunningService;
import io.kernelign.service.testing.Waiting;
import io.kernelign.trainer.testing.CountingTrainer;
import io.kernelign.trainer.testing.Peers;
import io.kernelign.trainer.testing.SampleJobs;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class JobRunTest {

    @RegisterExtension
    @Order(1)
    static final Peers PEERS = new Peers();

    @RegisterExtension
    @Order(2)
    static final RunningService TRAINER = CountingTrainer.beside(PEERS);

    @TempDir
    Path folder;

    private SampleJobs jobs;

    @BeforeEach
    void client() throws IOException {
        jobs = new SampleJobs(TRAINER.client(TrainerApi.class));
        TRAINER.bean(BlobStore.class)
                .put(SampleJobs.DATASET.pairsKey(), new ByteArrayInputStream(new byte[] {'{', '}'}));
        PEERS.recommendations(RecommendationState.SUCCEEDED);
    }

    private Map<String, String> held(long step) {
        return Map.of("holdAt", String.valueOf(step), "gate", gate().toString());
    }

    private Path gate() {
        return folder.resolve("gate");
    }

    private void openGate() throws IOException {
        Files.createFile(gate());
    }

    @Test
    void a_job_goes_from_queued_to_succeeded_and_leaves_its_files() throws IOException {
        var id = jobs.submit(Map.of());
        var job = jobs.await(id, JobState.SUCCEEDED);

        assertThat(job.state()).isEqualTo(JobState.SUCCEEDED);
        assertThat(job.name()).isEqualTo("tiny on helpful");
        assertThat(job.attempt()).isEqualTo(1);
        assertThat(job.progress().step()).isEqualTo(20);
        assertThat(job.progress().loss()).isEqualTo(1.0 / 20);
        assertThat(job.startedAt()).isBetween(job.createdAt(), job.finishedAt());
        assertThat(jobs.messages(id, "state"))
                .containsExactly(
                        "The job is queued.",
                        "The job is training.",
                        "The job is evaluating.",
                        "The job is succeeded.");
        assertThat(jobs.events(id)).extracting(event -> event.id()).isSorted().doesNotHaveDuplicates();

        var artifacts = jobs.trainer().artifacts(SampleJobs.TENANT, id);
        assertThat(artifacts)
                .extracting(ArtifactView::name)
                .containsExactly("README.md", "adapter_config.json", "adapter_model.safetensors");
        var blobs = TRAINER.bean(BlobStore.class);
        assertThat(text(artifacts.get(2).blobKey())).isEqualTo(CountingTrainer.sumAfter(20));
        assertThat(artifacts.get(2).bytes())
                .isEqualTo(blobs.size(artifacts.get(2).blobKey()));
        assertThat(text(artifacts.get(0).blobKey())).contains("base_model: tiny", "| ranking_accuracy | 0.75");
        Waiting.until("the checkpoints to go", () -> stored("jobs/" + id + "/checkpoints/"), List::isEmpty);
    }

    private static List<String> stored(String prefix) {
        try {
            return TRAINER.bean(BlobStore.class).list(prefix);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String text(String key) throws IOException {
        try (var in = TRAINER.bean(BlobStore.class).open(key)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void every_point_and_the_outcome_reach_metrics_before_the_job_has_succeeded() {
        var id = jobs.submit(Map.of("steps", "700"));
        jobs.await(id, JobState.SUCCEEDED);

        var run = PEERS.run(id);
        assertThat(run.opening().model()).isEqualTo("tiny");
        assertThat(run.stepsOf("train", "loss"))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 700).boxed().toList());
        assertThat(run.stepsOf("held_out", "ranking_accuracy")).containsExactly(700L);
        assertThat(run.outcome().state()).isEqualTo("succeeded");
    }

    @Test
    void metrics_that_are_away_lose_nothing_and_hold_up_no_training() throws IOException {
        PEERS.go();
        var id = jobs.submit(Map.of());
        jobs.awaitStep(id, 20);
        PEERS.come();
        jobs.await(id, JobState.SUCCEEDED);

        assertThat(PEERS.run(id).stepsOf("train", "margin")).hasSize(20);
        assertThat(PEERS.run(id).outcome().state()).isEqualTo("succeeded");
    }

    @Test
    void a_queued_job_is_cancelled_at_once_and_never_runs() throws IOException {
        var first = jobs.submit(held(3));
        jobs.awaitStep(first, 2);
        var second = jobs.submit(Map.of());

        assertThat(jobs.trainer().cancel(SampleJobs.TENANT, second).state()).isEqualTo(JobState.CANCELLED);

        openGate();
        jobs.await(first, JobState.SUCCEEDED);
        jobs.await(jobs.submit(Map.of()), JobState.SUCCEEDED);
        assertThat(jobs.get(second).attempt()).isZero();
        assertThat(jobs.messages(second, "state")).containsExactly("The job is queued.", "The job is cancelled.");
    }

    @Test
    void a_running_job_is_cancelled_at_its_next_step() {
        var id = jobs.submit(held(8));
        jobs.awaitStep(id, 7);

        jobs.trainer().cancel(SampleJobs.TENANT, id);
        var job = jobs.await(id, JobState.CANCELLED);

        assertThat(job.state()).isEqualTo(JobState.CANCELLED);
        assertThat(job.finishedAt()).isNotNull();
        assertThat(job.progress().step()).isEqualTo(7);
        assertThat(jobs.trainer().artifacts(SampleJobs.TENANT, id)).isEmpty();
        assertThat(jobs.trainer().cancel(SampleJobs.TENANT, id).state()).isEqualTo(JobState.CANCELLED);
        Waiting.until(
                "the outcome",
                () -> PEERS.run(id).outcome(),
                outcome -> outcome != null && outcome.state().equals("cancelled"));
    }

    @Test
    void a_training_that_fails_says_why_and_is_not_tried_again() {
        var id = jobs.submit(Map.of("failAt", "7"));
        var job = jobs.await(id, JobState.FAILED);

        assertThat(job.error()).isEqualTo("the loss of step 7 is not a number");
        assertThat(job.attempt()).isEqualTo(1);
        Waiting.until(
                "the outcome",
                () -> PEERS.run(id).outcome(),
                outcome -> outcome != null && outcome.state().equals("failed"));
    }

    @Test
    void an_automatic_objective_is_asked_of_the_selector_once_and_stored() {
        PEERS.recommendations(RecommendationState.RUNNING);
        var before = PEERS.askedFor(SampleJobs.DATASET.id());
        var id = jobs.submit(automatic());
        jobs.await(id, JobState.SELECTING);
        PEERS.recommendations(RecommendationState.SUCCEEDED);
        var job = jobs.await(id, JobState.SUCCEEDED);

        assertThat(job.state()).isEqualTo(JobState.SUCCEEDED);
        assertThat(job.recommendationId()).isEqualTo("rec_1");
        assertThat(job.spec().get("objective").toString()).contains("rbf");
        assertThat(PEERS.run(id).opening().objective().toString()).contains("rbf");
        assertThat(PEERS.askedFor(SampleJobs.DATASET.id())).isEqualTo(before + 1);
        assertThat(jobs.messages(id, "recommendation")).containsExactly("PNAV is high.");
    }

    @Test
    void a_recommendation_that_fails_fails_the_job() {
        PEERS.recommendations(RecommendationState.FAILED);
        var job = jobs.await(jobs.submit(automatic()), JobState.FAILED);

        assertThat(job.error()).isEqualTo("the selector could not recommend an objective: two clusters are needed");
    }

    @Test
    void a_job_that_waits_for_the_selector_can_be_cancelled() {
        PEERS.recommendations(RecommendationState.RUNNING);
        var id = jobs.submit(automatic());
        jobs.await(id, JobState.SELECTING);
        jobs.trainer().cancel(SampleJobs.TENANT, id);

        assertThat(jobs.await(id, JobState.CANCELLED).state()).isEqualTo(JobState.CANCELLED);
    }

    private static JobRequest automatic() {
        var spec = new HashMap<>(SampleJobs.request(Map.of()).spec());
        spec.put("objective", "auto");
        return new JobRequest(spec, SampleJobs.DATASET);
    }

    @Test
    void a_service_that_stops_in_good_order_lays_its_job_down_and_goes_on_with_it_when_it_starts_again()
            throws IOException {
        var id = jobs.submit(held(12));
        jobs.awaitStep(id, 11);
        TRAINER.stop();
        openGate();
        TRAINER.start();
        client();
        var job = jobs.await(id, JobState.SUCCEEDED);

        assertThat(job.state()).isEqualTo(JobState.SUCCEEDED);
        assertThat(job.attempt()).isEqualTo(2);
        assertThat(jobs.messages(id, "warning")).containsExactly("going on at step 12");
        assertThat(PEERS.run(id).outcome().details()).containsEntry("sum", CountingTrainer.sumAfter(20));
    }

    @Test
    void jobs_are_listed_page_by_page_newest_first() {
        var tags = Map.of("steps", "1");
        var ids = List.of(jobs.submit(tags), jobs.submit(tags), jobs.submit(tags));
        jobs.await(ids.get(2), JobState.SUCCEEDED);

        var page = jobs.trainer().jobs(SampleJobs.TENANT, "succeeded", SampleJobs.DATASET.id(), null, 2);
        assertThat(page.items()).extracting(job -> job.id()).containsExactly(ids.get(2), ids.get(1));
        var next = jobs.trainer().jobs(SampleJobs.TENANT, null, null, page.next(), 1);
        assertThat(next.items()).extracting(job -> job.id()).containsExactly(ids.get(0));
        assertThat(jobs.trainer().jobs("somebody else", null, null, null, 20).items())
                .isEmpty();
    }
}
