package io.kernelign.trainer;

import static io.kernelign.trainer.testing.SampleSweeps.values;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import io.kernelign.contracts.JobRequest;
import io.kernelign.contracts.JobState;
import io.kernelign.contracts.SweepApi;
import io.kernelign.contracts.SweepTrialView;
import io.kernelign.contracts.TaskState;
import io.kernelign.contracts.TrainerApi;
import io.kernelign.service.blob.BlobStore;
import io.kernelign.service.testing.RunningService;
import io.kernelign.trainer.testing.CountingTrainer;
import io.kernelign.trainer.testing.Peers;
import io.kernelign.trainer.testing.SampleJobs;
import io.kernelign.trainer.testing.SampleSweeps;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.web.client.RestClientResponseException;

class SweepTest {

    private static final Map<String, Object> GRID = Map.of("method", "grid");
    private static final Map<String, Object> HALVING = Map.of("method", "halving", "trials", 9);

    @RegisterExtension
    @Order(1)
    static final Peers PEERS = new Peers();

    @RegisterExtension
    @Order(2)
    static final RunningService TRAINER = CountingTrainer.beside(PEERS)
            .with("kernelign.trainer.slots", "2")
            .with("db-scheduler.polling-interval", "50ms");

    @TempDir
    Path folder;

    private SampleJobs jobs;
    private SampleSweeps sweeps;

    @BeforeEach
    void client() throws IOException {
        jobs = new SampleJobs(TRAINER.client(TrainerApi.class));
        sweeps = new SampleSweeps(TRAINER.client(SweepApi.class));
        TRAINER.bean(BlobStore.class)
                .put(SampleJobs.DATASET.pairsKey(), new ByteArrayInputStream(new byte[] {'{', '}'}));
    }

    @Test
    void a_grid_tries_every_kernel_with_every_divergence_once_each_as_a_job_of_its_own() {
        var spec = SampleSweeps.spec(SampleSweeps.CANDIDATES, GRID);
        spec.put("parallel", 2);
        var id = sweeps.submit(spec);
        var sweep = sweeps.await(id, TaskState.SUCCEEDED);

        assertThat(sweep.state()).isEqualTo(TaskState.SUCCEEDED);
        assertThat(sweep.trialsPlanned()).isEqualTo(42);
        assertThat(sweep.trials())
                .extracting(SweepTrialView::values)
                .hasSize(42)
                .doesNotHaveDuplicates();
        assertThat(sweep.trials()).allSatisfy(trial -> assertThat(trial.state()).isEqualTo(JobState.SUCCEEDED));
        assertThat(sweeps.jobs(id)).hasSize(42).doesNotHaveDuplicates();
        var trial = sweep.trials().get(9);
        var job = jobs.get(trial.jobs().get(0));
        assertThat(trial.values())
                .isEqualTo(Map.of("objective.kernel", "polynomial", "objective.divergence", "hellinger"));
        assertThat(job.spec().get("objective").toString()).contains("polynomial", "hellinger");
        assertThat(job.name()).isEqualTo("sweep of objective.kernel, objective.divergence, trial 9");
        assertThat(job.tags()).containsEntry("sweep", id).containsEntry("trial", "9");
        assertThat(job.attempt()).isEqualTo(1);
    }

    @Test
    void the_best_trial_is_told_and_is_a_job_that_can_be_submitted() {
        var id = sweeps.submit(SampleSweeps.spec(
                List.of(
                        values("tags.score", List.of("0.2", "0.9", "0.4")),
                        values("training.lora.rank", List.of(4, 8))),
                GRID));
        var sweep = sweeps.await(id, TaskState.SUCCEEDED);

        assertThat(sweep.best().number()).isEqualTo(2);
        assertThat(sweep.best().score()).isEqualTo(0.9);
        assertThat(sweep.best().values()).isEqualTo(Map.of("tags.score", "0.9", "training.lora.rank", 4));
        var best = sweeps.trainer().best(SampleJobs.TENANT, id);
        assertThat(best.get("tags")).isEqualTo(Map.of("steps", "1", "score", "0.9"));
        var job = jobs.await(jobs.submit(new JobRequest(best, SampleJobs.DATASET)), JobState.SUCCEEDED);
        assertThat(job.state()).isEqualTo(JobState.SUCCEEDED);
        assertThat(job.spec().get("training").toString()).contains("rank=4");
    }

    @Test
    void the_lowest_is_the_best_where_that_is_the_goal() {
        var spec = SampleSweeps.spec(List.of(values("tags.score", List.of("0.5", "0.1", "0.3"))), GRID);
        spec.put("metric", Map.of("name", "preference_accuracy", "goal", "minimise"));
        var sweep = sweeps.await(sweeps.submit(spec), TaskState.SUCCEEDED);

        assertThat(sweep.best().score()).isEqualTo(0.1);
    }

    @Test
    void a_bayesian_search_learns_from_scores_and_the_same_sweep_has_the_same_course() {
        var spec = SampleSweeps.spec(List.of(SampleSweeps.RATES), SampleSweeps.bayesian(16));
        spec.put("parallel", 2);
        var first = sweeps.submit(spec);
        var second = sweeps.submit(spec);
        var sweep = sweeps.await(first, TaskState.SUCCEEDED);
        sweeps.await(second, TaskState.SUCCEEDED);

        assertThat(sweeps.course(first)).hasSize(16).isEqualTo(sweeps.course(second));
        assertThat(sweep.best().score()).isGreaterThan(0.8);
        assertThat(sweep.best().number()).isGreaterThan(3);
    }

    @Test
    void a_sweep_goes_on_after_a_restart_and_its_trials_are_those_it_would_have_had() throws IOException {
        var gate = folder.resolve("gate");
        var tags = Map.of("steps", "6", "holdAt", "4", "gate", gate.toString());
        var held = sweeps.submit(SampleSweeps.spec(List.of(SampleSweeps.RATES), SampleSweeps.bayesian(8), tags));
        sweeps.awaitTrials(held, 1);
        jobs.awaitStep(sweeps.jobs(held).get(0), 3);
        TRAINER.stop();
        Files.createFile(gate);
        TRAINER.start();
        client();
        sweeps.await(held, TaskState.SUCCEEDED);
        var whole = sweeps.submit(SampleSweeps.spec(List.of(SampleSweeps.RATES), SampleSweeps.bayesian(8)));
        sweeps.await(whole, TaskState.SUCCEEDED);

        assertThat(sweeps.course(held)).isEqualTo(sweeps.course(whole));
        assertThat(jobs.get(sweeps.jobs(held).get(0)).attempt()).isEqualTo(2);
    }

    @Test
    void halving_gives_many_trials_a_share_of_the_steps_and_the_best_of_them_more() {
        var spec = SampleSweeps.spec(List.of(SampleSweeps.RATES), HALVING, Map.of("steps", "9"));
        spec.put("parallel", 4);
        var sweep = sweeps.await(sweeps.submit(spec), TaskState.SUCCEEDED);

        assertThat(sweep.trialsPlanned()).isEqualTo(13);
        assertThat(sweep.trials())
                .extracting(SweepTrialView::share)
                .hasSize(13)
                .startsWith(1 / 9.0)
                .endsWith(1 / 3.0, 1.0);
        var first = sweep.trials().subList(0, 9);
        var second = sweep.trials().subList(9, 12);
        var last = sweep.trials().get(12);
        assertThat(first).extracting(SweepTrialView::values).doesNotHaveDuplicates();
        assertThat(second)
                .extracting(SweepTrialView::values)
                .isEqualTo(bestFirst(first).subList(0, 3));
        assertThat(last.values()).isEqualTo(bestFirst(second).get(0));
        assertThat(sweep.trials())
                .extracting(trial -> jobs.get(trial.jobs().get(0)).progress().step())
                .containsExactly(1L, 1L, 1L, 1L, 1L, 1L, 1L, 1L, 1L, 3L, 3L, 3L, 9L);
        assertThat(sweep.best()).isEqualTo(last);
        assertThat(sweeps.trainer().best(SampleJobs.TENANT, sweep.id()).toString())
                .doesNotContain("stopAtShare");
    }

    private static List<Map<String, Object>> bestFirst(List<SweepTrialView> trials) {
        return trials.stream()
                .sorted(Comparator.comparingDouble(trial -> -trial.score()))
                .map(SweepTrialView::values)
                .toList();
    }

    @Test
    void halving_goes_on_in_its_rung_after_a_restart() throws IOException {
        var gate = folder.resolve("gate");
        var tags = Map.of("steps", "9", "holdAt", "2", "gate", gate.toString());
        var held = sweeps.submit(SampleSweeps.spec(List.of(SampleSweeps.RATES), HALVING, tags));
        sweeps.awaitTrials(held, 10);
        jobs.awaitStep(sweeps.jobs(held).get(9), 1);
        TRAINER.stop();
        Files.createFile(gate);
        TRAINER.start();
        client();
        sweeps.await(held, TaskState.SUCCEEDED);
        var whole = sweeps.submit(SampleSweeps.spec(List.of(SampleSweeps.RATES), HALVING, Map.of("steps", "9")));
        sweeps.await(whole, TaskState.SUCCEEDED);

        assertThat(sweeps.course(held)).hasSize(13).isEqualTo(sweeps.course(whole));
        assertThat(jobs.get(sweeps.jobs(held).get(9)).attempt()).isEqualTo(2);
    }

    @Test
    void what_has_no_score_is_not_promoted() {
        var search = Map.<String, Object>of("method", "halving", "trials", 4, "eta", 2, "rungs", 2);
        var scores = values("tags.score", List.of("unknown", "0.2", "0.9", "not a number"));
        var sweep = sweeps.await(sweeps.submit(SampleSweeps.spec(List.of(scores), search)), TaskState.SUCCEEDED);
        var silent = sweeps.submit(SampleSweeps.spec(
                List.of(values("training.seed", List.of(1, 2, 3, 4))),
                search,
                Map.of("score", "unknown", "steps", "2")));

        assertThat(sweep.trials()).hasSize(6);
        assertThat(sweep.trials().subList(4, 6))
                .extracting(trial -> trial.values().get("tags.score"))
                .containsExactly("0.9", "0.2");
        assertThat(sweeps.await(silent, TaskState.FAILED).error())
                .startsWith("none of its 4 trials has a score; trial 0: ");
        assertThat(sweeps.get(silent).trials()).hasSize(4);
    }

    @Test
    void hyperband_has_brackets_that_begin_with_fewer_and_longer_runs_each() {
        var search = Map.<String, Object>of("method", "hyperband", "eta", 2, "rungs", 2);
        var spec = SampleSweeps.spec(List.of(SampleSweeps.RATES), search, Map.of("steps", "4"));
        spec.put("folds", 2);
        var sweep = sweeps.await(sweeps.submit(spec), TaskState.SUCCEEDED);

        assertThat(sweep.trials()).extracting(SweepTrialView::share).containsExactly(0.5, 0.5, 1.0, 1.0, 1.0);
        assertThat(sweep.trials()).allSatisfy(trial -> assertThat(trial.jobs()).hasSize(2));
        assertThat(sweep.best().score())
                .isEqualTo(sweep.trials().subList(2, 5).stream()
                        .mapToDouble(SweepTrialView::score)
                        .max()
                        .orElseThrow());
    }

    @Test
    void what_a_search_that_halves_costs_counts_the_shares_of_its_runs() {
        var request =
                SampleSweeps.request(SampleSweeps.spec(List.of(SampleSweeps.RATES), HALVING, Map.of("steps", "9")));
        var estimate = sweeps.trainer().estimate(SampleJobs.TENANT, request);

        assertThat(estimate.trials()).isEqualTo(13);
        assertThat(estimate.jobs()).isEqualTo(13);
        assertThat(estimate.estimatedTrials()).isEqualTo(9);
        assertThat(estimate.steps()).isEqualTo(9 * 1 + 3 * 3 + 9);
        assertThat(estimate.tokens()).isEqualTo(3 * 80);
        assertThat(estimate.spec().get("search"))
                .isEqualTo(Map.of("method", "halving", "trials", 9, "eta", 3, "rungs", 3, "seed", 0));
    }

    @Test
    void a_trial_that_fails_says_why_and_counts_as_no_score() {
        var id = sweeps.submit(SampleSweeps.spec(
                List.of(values("tags.failAt", List.of("1", "9"))), GRID, Map.of("steps", "2", "score", "0.6")));
        var sweep = sweeps.await(id, TaskState.SUCCEEDED);

        assertThat(sweep.trials().get(0).state()).isEqualTo(JobState.FAILED);
        assertThat(sweep.trials().get(0).error()).isEqualTo("the loss of step 1 is not a number");
        assertThat(sweep.trials().get(0).score()).isNull();
        assertThat(sweep.best().number()).isEqualTo(1);
    }

    @Test
    void a_sweep_whose_trials_all_fail_fails_and_says_why() {
        var diverged = sweeps.submit(SampleSweeps.spec(
                List.of(values("training.seed", List.of(1, 2))), GRID, Map.of("steps", "2", "failAt", "2")));
        var silent = sweeps.submit(SampleSweeps.spec(
                List.of(values("training.seed", List.of(1, 2))), GRID, Map.of("steps", "1", "score", "unknown")));

        assertThat(sweeps.await(diverged, TaskState.FAILED).error())
                .isEqualTo("none of its 2 trials has a score; trial 0: the loss of step 2 is not a number");
        assertThat(sweeps.await(silent, TaskState.FAILED).error())
                .isEqualTo("none of its 2 trials has a score; trial 0: its job succeeded without reporting"
                        + " preference_accuracy");
        assertThat(sweeps.get(diverged).best()).isNull();
        var refusal = catchThrowableOfType(
                RestClientResponseException.class, () -> sweeps.trainer().best(SampleJobs.TENANT, diverged));
        assertThat(refusal.getStatusCode().value()).isEqualTo(409);
    }

    @Test
    void values_that_only_together_are_no_job_fail_their_trial_without_one() {
        var dimensions = List.of(
                values("objective.kernel", List.of("none", "rbf")),
                values("objective.link", List.of("sigmoid", "nca_pair")));
        var sweep = sweeps.await(
                sweeps.submit(SampleSweeps.spec(dimensions, Map.of("method", "random", "trials", 4))),
                TaskState.SUCCEEDED);

        var refused =
                sweep.trials().stream().filter(trial -> trial.jobs().isEmpty()).toList();
        assertThat(refused).hasSize(1);
        assertThat(refused.get(0).values()).isEqualTo(Map.of("objective.kernel", "rbf", "objective.link", "nca_pair"));
        assertThat(refused.get(0).error()).contains("objective.kernel is \"rbf\"; accepted is none");
    }

    @Test
    void a_sweep_stops_when_its_patience_is_at_its_end() {
        var spec = SampleSweeps.spec(
                List.of(values("tags.score", List.of("0.5", "0.7", "0.3", "0.6", "0.2", "0.9"))), GRID);
        spec.put("earlyStopping", Map.of("patience", 2));
        var sweep = sweeps.await(sweeps.submit(spec), TaskState.SUCCEEDED);

        assertThat(sweep.trials()).hasSize(4);
        assertThat(sweep.best().score()).isEqualTo(0.7);
    }

    @Test
    void with_folds_a_trial_is_a_job_for_each_and_its_score_their_mean_with_its_standard_error() {
        var spec = SampleSweeps.spec(List.of(values("tags.score", List.of("0.5", "0.25"))), GRID);
        spec.put("folds", 3);
        var sweep = sweeps.await(sweeps.submit(spec), TaskState.SUCCEEDED);

        assertThat(sweep.trials()).hasSize(2);
        var trial = sweep.trials().get(0);
        assertThat(trial.jobs()).hasSize(3);
        assertThat(trial.score()).isEqualTo(0.5 + 1 / 16.0);
        assertThat(trial.standardError()).isCloseTo(1 / 16.0 / Math.sqrt(3), within(1e-12));
        for (int fold = 0; fold < 3; fold++) {
            var job = jobs.get(trial.jobs().get(fold));
            assertThat(job.spec().get("fold")).isEqualTo(Map.of("of", 3, "index", fold, "seed", 0));
            assertThat(job.tags()).containsEntry("trial", "0").containsEntry("fold", String.valueOf(fold));
        }
        assertThat(sweeps.trainer().best(SampleJobs.TENANT, sweep.id())).doesNotContainKey("fold");

        var estimate = sweeps.trainer().estimate(SampleJobs.TENANT, SampleSweeps.request(spec));
        assertThat(estimate.trials()).isEqualTo(2);
        assertThat(estimate.jobs()).isEqualTo(6);
        // Of 50 pairs, two thirds are trained on.
        assertThat(estimate.tokens()).isEqualTo(6 * 2 * 33);
    }

    @Test
    void a_trial_of_which_one_fold_is_cancelled_has_no_score() throws IOException {
        var gate = folder.resolve("gate");
        var spec = SampleSweeps.spec(
                List.of(values("training.seed", List.of(1))),
                GRID,
                Map.of("holdAt", "2", "gate", gate.toString(), "score", "0.5"));
        spec.put("folds", 2);
        var id = sweeps.submit(spec);
        sweeps.awaitTrials(id, 1);
        jobs.trainer().cancel(SampleJobs.TENANT, sweeps.jobs(id).get(1));
        Files.createFile(gate);
        var sweep = sweeps.await(id, TaskState.FAILED);

        assertThat(sweep.trials().get(0).score()).isNull();
        assertThat(sweep.trials().get(0).state()).isEqualTo(JobState.CANCELLED);
        assertThat(sweep.error()).isEqualTo("none of its 1 trials has a score; all were cancelled");
    }

    @Test
    void cancelling_a_sweep_cancels_its_jobs_and_begins_no_more() throws IOException {
        var gate = folder.resolve("gate");
        var spec = SampleSweeps.spec(
                List.of(SampleSweeps.RATES),
                Map.of("method", "random", "trials", 9),
                Map.of("holdAt", "2", "gate", gate.toString()));
        spec.put("parallel", 4);
        var id = sweeps.submit(spec);
        sweeps.awaitTrials(id, 4);
        var cancelled = sweeps.trainer().cancel(SampleJobs.TENANT, id);

        assertThat(cancelled.state()).isEqualTo(TaskState.CANCELLED);
        sweeps.jobs(id)
                .forEach(job ->
                        assertThat(jobs.await(job, JobState.CANCELLED).state()).isEqualTo(JobState.CANCELLED));
        assertThat(sweeps.get(id).trials()).hasSize(4);
        assertThat(sweeps.trainer().cancel(SampleJobs.TENANT, id).state()).isEqualTo(TaskState.CANCELLED);
    }

    @Test
    void what_a_sweep_costs_is_told_before_and_nothing_is_stored() {
        var before =
                sweeps.trainer().sweeps(SampleJobs.TENANT, null, 100).items().size();
        var estimate = sweeps.trainer()
                .estimate(
                        SampleJobs.TENANT,
                        SampleSweeps.request(SampleSweeps.spec(SampleSweeps.CANDIDATES, GRID, Map.of("steps", "7"))));

        assertThat(estimate.trials()).isEqualTo(42);
        assertThat(estimate.jobs()).isEqualTo(42);
        assertThat(estimate.estimatedTrials()).isEqualTo(16);
        assertThat(estimate.steps()).isEqualTo(42 * 7);
        assertThat(estimate.tokens()).isEqualTo(42 * 80);
        assertThat(estimate.seconds()).isEqualTo(42 * 3);
        assertThat(estimate.memoryBytes()).isEqualTo(1 << 20);
        assertThat(estimate.spec().get("metric")).isEqualTo(Map.of("name", "preference_accuracy", "goal", "maximise"));
        assertThat(sweeps.trainer().sweeps(SampleJobs.TENANT, null, 100).items())
                .hasSize(before);
    }

    @Test
    void sweeps_are_listed_newest_first_and_are_their_tenant_s_alone() {
        var spec = SampleSweeps.spec(List.of(values("training.seed", List.of(1))), GRID);
        spec.put("name", "seeds");
        var ids = List.of(sweeps.submit(spec), sweeps.submit(spec));
        ids.forEach(id -> sweeps.await(id, TaskState.SUCCEEDED));

        var page = sweeps.trainer().sweeps(SampleJobs.TENANT, null, 1);
        assertThat(page.items()).extracting(sweep -> sweep.id()).containsExactly(ids.get(1));
        assertThat(page.items().get(0).name()).isEqualTo("seeds");
        assertThat(page.items().get(0).trials()).isEmpty();
        assertThat(page.items().get(0).best().number()).isZero();
        assertThat(sweeps.trainer().sweeps(SampleJobs.TENANT, page.next(), 1).items())
                .extracting(sweep -> sweep.id())
                .containsExactly(ids.get(0));
        assertThat(sweeps.trainer().sweeps("somebody else", null, 20).items()).isEmpty();
        var foreign = catchThrowableOfType(
                RestClientResponseException.class, () -> sweeps.trainer().sweep("somebody else", ids.get(0)));
        assertThat(foreign.getStatusCode().value()).isEqualTo(404);
    }

    @Test
    void whole_numbers_are_tried_where_the_field_takes_no_others() {
        var dimensions = List.<Map<String, Object>>of(
                Map.of("field", "training.lora.rank", "from", 2, "to", 32, "scale", "log", "points", 5),
                Map.of("field", "training.lora.dropout", "from", 0, "to", 0.2, "points", 2));
        var estimate =
                sweeps.trainer().estimate(SampleJobs.TENANT, SampleSweeps.request(SampleSweeps.spec(dimensions, GRID)));
        assertThat(estimate.trials()).isEqualTo(10);
        assertThat(estimate.spec().get("dimensions").toString()).contains("whole=true", "whole=false");

        var spec = new HashMap<>(SampleSweeps.spec(dimensions.subList(0, 1), GRID));
        var sweep = sweeps.await(sweeps.submit(spec), TaskState.SUCCEEDED);
        assertThat(sweep.trials())
                .extracting(trial -> trial.values().get("training.lora.rank"))
                .containsExactly(2, 4, 8, 16, 32);
    }
}
