package io.kernelign.trainer;

import static org.assertj.core.api.Assertions.assertThat;

import io.kernelign.contracts.JobEvent;
import io.kernelign.contracts.JobState;
import io.kernelign.contracts.PilotChoiceView;
import io.kernelign.contracts.PilotStandingView;
import io.kernelign.service.blob.LocalBlobStore;
import io.kernelign.service.testing.TestDatabase;
import io.kernelign.service.testing.TestPostgres;
import io.kernelign.service.testing.Waiting;
import io.kernelign.trainer.testing.CountingTrainer;
import io.kernelign.trainer.testing.ModelsFolder;
import io.kernelign.trainer.testing.Peers;
import io.kernelign.trainer.testing.SampleJobs;
import io.kernelign.trainer.testing.TrainerProcess;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Jobs whose objective is the winner of a race; its trials count instead of training. */
class PilotJobTest {

    @RegisterExtension
    static final Peers PEERS = new Peers();

    @TempDir
    Path folder;

    private TestDatabase database;
    private Path models;
    private Path gate;

    @BeforeEach
    void parts() throws IOException {
        database = TestPostgres.freshDatabase();
        models = ModelsFolder.make();
        gate = folder.resolve("gate");
        blobs().put(SampleJobs.DATASET.pairsKey(), new ByteArrayInputStream(new byte[] {'{', '}'}));
    }

    private LocalBlobStore blobs() throws IOException {
        return new LocalBlobStore(folder.resolve("blobs"));
    }

    private List<String> files(String race) {
        try {
            return blobs().list("jobs/" + race + "/pilot/");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private TrainerProcess start() throws IOException {
        return TrainerProcess.start(
                CountingTrainer.class,
                database,
                folder.resolve("blobs"),
                models,
                "--kernelign.services.metrics=" + PEERS.url(),
                "--kernelign.services.selector=" + PEERS.url());
    }

    @Test
    void the_winner_of_the_race_is_the_objective_and_goes_on_from_where_its_pilot_ended() throws Exception {
        try (var trainer = start()) {
            var id = trainer.jobs().submit(SampleJobs.piloted(Map.of("best", "3")));
            var job = trainer.jobs().await(id, JobState.SUCCEEDED);

            assertThat(job.error()).isNull();
            assertThat(job.pilot().winner()).isEqualTo(new PilotChoiceView("polynomial", "kl"));
            assertThat(job.pilot().ended()).startsWith("The budget is spent: after rung 2 ");
            assertThat(job.pilot().spentRuns()).isGreaterThan(0.5).isLessThanOrEqualTo(2);
            assertThat(job.spec().get("objective").toString()).contains("polynomial");
            assertThat(job.spec()).doesNotContainKeys("selection", "pilot");
            assertThat(trainer.jobs().messages(id, "warning"))
                    .containsExactly(
                            "going on at step " + (job.pilot().rungs().get(1).steps() + 1));
            assertThat(adapter(trainer, id)).isEqualTo(CountingTrainer.sumAfter(20));
            assertThat(PEERS.run(id).stepsOf("train", "loss"))
                    .isEqualTo(LongStream.rangeClosed(1, 20).boxed().toList());
            assertThat(PEERS.run(id).stepsOf("held_out", "ranking_accuracy")).containsExactly(0L, 20L);
            assertThat(files(id)).isEmpty();
        }
    }

    private String adapter(TrainerProcess trainer, String id) throws IOException {
        var key =
                trainer.jobs().trainer().artifacts(SampleJobs.TENANT, id).get(2).blobKey();
        try (var in = blobs().open(key)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void the_record_tells_each_rung_with_its_scores_and_their_intervals() throws Exception {
        try (var trainer = start()) {
            var id = trainer.jobs().submit(SampleJobs.piloted(Map.of("best", "1")));
            var pilot = trainer.jobs().await(id, JobState.SUCCEEDED).pilot();

            assertThat(pilot.asked()).isEqualTo(5);
            assertThat(pilot.plannedRungs()).isEqualTo(2);
            assertThat(pilot.rungs())
                    .extracting(rung -> rung.candidates().size())
                    .containsExactly(5, 2);
            var first = pilot.rungs().get(0).candidates();
            assertThat(first.get(0).kernel()).isEqualTo("hmk");
            assertThat(first).filteredOn(PilotStandingView::kept).hasSize(2);
            assertThat(first.subList(1, 5)).allSatisfy(other -> {
                assertThat(other.accuracy()).isEqualTo(0.9);
                assertThat(other.behind()).isEqualTo(0.1);
                assertThat(other.behindInterval().low()).isZero();
                assertThat(other.behindInterval().high()).isGreaterThan(0.1);
            });
            assertThat(trainer.jobs().messages(id, "pilot"))
                    .hasSize(1 + 5 + 1 + 2 + 1)
                    .contains(
                            "Rung 1 of 2: none with kl ranks 0.900 of 10 held-out pairs rightly.",
                            "Rung 1 is over; 2 run on.");
        }
    }

    @Test
    void a_race_whose_worker_is_killed_goes_on_after_the_trial_that_ended_last() throws Exception {
        String whole;
        try (var trainer = start()) {
            whole = trainer.jobs().submit(SampleJobs.piloted(Map.of("best", "2")));
            trainer.jobs().await(whole, JobState.SUCCEEDED);
        }
        for (int trial : List.of(3, 6)) {
            Files.deleteIfExists(gate);
            String id;
            try (var trainer = start()) {
                var tags = Map.of("best", "2", "holdTrial", String.valueOf(trial), "gate", gate.toString());
                id = trainer.jobs().submit(SampleJobs.piloted(tags));
                awaitTrials(trainer, id, trial);
                trainer.kill();
            }
            Files.createFile(gate);
            try (var trainer = start()) {
                var job = trainer.jobs().await(id, JobState.SUCCEEDED);

                assertThat(job.error()).isNull();
                assertThat(job.attempt()).isEqualTo(2);
                assertThat(job.pilot()).isEqualTo(trainer.jobs().get(whole).pilot());
                assertThat(trials(trainer, id)).doesNotHaveDuplicates().hasSize(7);
                assertThat(adapter(trainer, id)).isEqualTo(CountingTrainer.sumAfter(20));
                assertThat(PEERS.run(id).stepsOf("train", "loss")).hasSize(20);
            }
        }
    }

    private static void awaitTrials(TrainerProcess trainer, String id, int ended) {
        var jobs = trainer.jobs();
        Waiting.until(ended + " trials", () -> trials(trainer, id), trials -> trials.size() >= ended);
        assertThat(jobs.get(id).state()).isEqualTo(JobState.SELECTING);
        assertThat(jobs.get(id).pilot().winner()).isNull();
    }

    private static List<String> trials(TrainerProcess trainer, String id) {
        return trainer.jobs().events(id).stream()
                .filter(event ->
                        event.data().containsKey("accuracy") && event.type().equals("pilot"))
                .map(JobEvent::message)
                .toList();
    }

    @Test
    void a_race_that_is_cancelled_leaves_nothing_in_the_store() throws Exception {
        try (var trainer = start()) {
            var id = trainer.jobs().submit(SampleJobs.piloted(Map.of("holdTrial", "2", "gate", gate.toString())));
            awaitTrials(trainer, id, 2);
            trainer.jobs().trainer().cancel(SampleJobs.TENANT, id);

            assertThat(trainer.jobs().await(id, JobState.CANCELLED).state()).isEqualTo(JobState.CANCELLED);
            assertThat(trials(trainer, id)).hasSize(2);
            Waiting.until("its files to go", Duration.ofSeconds(30), () -> files(id), List::isEmpty);
        }
    }

    @Test
    void a_dry_run_tells_what_the_race_costs_at_most() throws Exception {
        try (var trainer = start()) {
            var request = SampleJobs.piloted(Map.of());
            var estimate = trainer.jobs().trainer().estimate(SampleJobs.TENANT, request);

            assertThat(estimate.pilot().runs()).isEqualTo(2);
            assertThat(estimate.pilot().candidates()).isEqualTo(42);
            assertThat(estimate.pilot().tokenSteps()).isEqualTo(2 * estimate.tokens());
            assertThat(estimate.spec().get("pilot")).isEqualTo(Map.of("candidates", 42, "budget", 2.0));
            assertThat(trainer.jobs()
                            .trainer()
                            .estimate(SampleJobs.TENANT, SampleJobs.request(Map.of()))
                            .pilot())
                    .isNull();
        }
    }
}
