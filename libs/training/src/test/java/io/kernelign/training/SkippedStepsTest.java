package io.kernelign.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.kernelign.lm.decoder.Decoder;
import io.kernelign.lm.decoder.PackedRows;
import io.kernelign.objective.Objective;
import io.kernelign.training.TrainingEvent.Checkpointed;
import io.kernelign.training.TrainingEvent.Warned;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real model of which one token's embedding holds infinity. */
class SkippedStepsTest {

    private static final int BROKEN = 63;

    private static Decoder model;

    @TempDir
    Path folder;

    @BeforeAll
    static void open() {
        model = TinyTask.modelWithBrokenToken(BROKEN);
    }

    @AfterAll
    static void close() {
        model.close();
    }

    /** @param broken how many of the 48 training pairs hold the token */
    private TrainingTask task(int broken, Map<String, Object> objective, Map<String, Object> training) {
        var pairs = new ArrayList<EncodedPair>();
        for (var pair : TinyTask.pairs(48, 1)) {
            var prompt = pair.row().prompt().clone();
            for (int i = 0; i < prompt.length; i++) {
                prompt[i] = prompt[i] == BROKEN ? 1 : prompt[i];
            }
            prompt[0] = pairs.size() < broken ? BROKEN : prompt[0];
            var row = new PackedRows.Row(prompt, pair.row().chosen(), pair.row().rejected());
            pairs.add(new EncodedPair(pair.id(), pair.task(), row));
        }
        var options = new HashMap<String, Object>(
                Map.of("batchTokens", 64, "learningRate", 5e-3, "checkpointSteps", 4, "maxSkippedSteps", 20));
        options.putAll(training);
        return new TrainingTask(
                model,
                pairs,
                pairs.subList(40, 48),
                Objective.TYPE.read(objective),
                TrainingSettings.TYPE.read(options),
                EvaluationSettings.TYPE.read(Map.of()),
                folder);
    }

    @Test
    void a_step_that_is_not_finite_changes_nothing_is_counted_and_told_and_training_goes_on() {
        var run = Runs.toTheEnd(task(2, Map.of("kernel", "hmk"), Map.of("epochs", 3)));

        long skipped = run.metric("loss").stream()
                .filter(loss -> !Double.isFinite(loss))
                .count();
        assertThat(skipped).isBetween(3L, 6L);
        assertThat(run.metric("skipped_steps")).last().isEqualTo((double) skipped);
        assertThat(run.of(Warned.class)).hasSize((int) skipped).allSatisfy(warned -> {
            assertThat(run.metric("loss").get((int) warned.step() - 1)).isNaN();
            assertThat(warned.sentence())
                    .contains("Step " + warned.step() + " was skipped, because its logits are not finite")
                    .contains("of 20 in a row");
        });
        assertThat(run.trouble()).isEmpty();
        assertThat(run.finite()).isTrue();
    }

    @Test
    void a_skipped_step_leaves_adapter_optimiser_and_statistics_as_they_were() {
        var objective = Map.<String, Object>of("kernel", "hmk");
        var whole = Runs.toTheEnd(task(2, objective, Map.of("steps", 30)));
        int bad = (int) whole.of(Warned.class).get(0).step();

        var before = Runs.of(task(2, objective, Map.of("steps", 30)), Optional.empty(), bad - 1);
        var after = Runs.of(task(2, objective, Map.of("steps", 30)), Optional.empty(), bad);

        assertThat(after.sameAs(before)).isTrue();
        assertThat(after.metric("skipped_steps")).last().isEqualTo(1.0);
    }

    @Test
    void the_count_and_every_bit_of_the_rest_survive_a_resume() {
        var objective = Map.<String, Object>of("kernel", "hmk");
        var whole = Runs.toTheEnd(task(6, objective, Map.of("steps", 30)));
        var cut = Runs.of(task(6, objective, Map.of("steps", 30)), Optional.empty(), 21);
        var checkpoints = cut.of(Checkpointed.class);
        var last = checkpoints.get(checkpoints.size() - 1);
        assertThat(cut.metric("skipped_steps").get((int) last.step() - 1)).isPositive();

        var resumed = Runs.of(task(6, objective, Map.of("steps", 30)), Optional.of(last.file()), Integer.MAX_VALUE);

        assertThat(resumed.sameAs(whole)).isTrue();
        assertThat(resumed.metric("skipped_steps"))
                .isEqualTo(whole.metric("skipped_steps").subList((int) last.step(), 30));
    }

    @Test
    void too_many_in_a_row_fail_the_training_with_a_sentence_and_leave_a_policy_without_nan() {
        var run = Runs.toTheEnd(task(48, Map.of(), Map.of("maxSkippedSteps", 3)));

        assertThat(run.trouble().orElseThrow())
                .hasMessage(
                        "training diverged: the last 3 steps, to step 3, were skipped, step 3 because its logits are"
                                + " not finite, and training.maxSkippedSteps is 3");
        assertThat(run.metric("skipped_steps")).isEqualTo(List.of(1.0, 2.0, 3.0));
        assertThat(run.finite()).isTrue();
    }

    @Test
    void a_run_of_skipped_steps_across_a_resume_counts_as_one() {
        var training = Map.<String, Object>of("maxSkippedSteps", 6, "checkpointSteps", 4);
        var cut = Runs.of(task(48, Map.of(), training), Optional.empty(), 4);
        var file = cut.of(Checkpointed.class).get(0).file();

        var resumed = Runs.of(task(48, Map.of(), training), Optional.of(file), Integer.MAX_VALUE);

        assertThat(resumed.trouble()).isPresent();
        assertThat(resumed.metric("skipped_steps")).isEqualTo(List.of(5.0, 6.0));
    }

    @Test
    void a_form_that_runs_away_by_itself_never_writes_nan() {
        var objective = Map.<String, Object>of(
                "formulation", "paper", "logRatio", "sum", "kernel", Map.of("name", "polynomial", "d", 5));
        var run = Runs.toTheEnd(task(
                0, objective, Map.of("steps", 200, "learningRate", 1, "schedule", "constant", "maxSkippedSteps", 5)));

        assertThat(run.finite()).isTrue();
    }

    @Test
    void a_reserved_pair_that_is_not_finite_skips_the_step_of_policy_and_weights() {
        var weights = Map.of("learnOn", Map.of("name", "heldOut", "everySteps", 3, "pairs", 40));
        var objective = Map.<String, Object>of("kernel", Map.of("name", "mixture", "weights", weights));
        var run = Runs.toTheEnd(task(6, objective, Map.of("steps", 24)));

        long bad = run.metric("reserve_loss").stream()
                .filter(loss -> loss != null && !Double.isFinite(loss))
                .count();
        assertThat(bad).isPositive();
        assertThat(run.metric("skipped_steps").get(23)).isGreaterThanOrEqualTo(bad);
        assertThat(run.finite()).isTrue();
    }
}
