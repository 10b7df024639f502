package io.kernelign.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kernelign.lm.decoder.Decoder;
import io.kernelign.training.EmbeddingScatter.Point;
import io.kernelign.training.EmbeddingScatter.Snapshot;
import io.kernelign.training.TrainingEvent.Checkpointed;
import io.kernelign.training.TrainingEvent.Evaluated;
import io.kernelign.training.TrainingEvent.SpectraFitted;
import io.kernelign.training.TrainingEvent.Stepped;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a training tells beside its steps. */
class FindingsTest {

    private static final Map<String, Object> THREE_EPOCHS =
            Map.of("epochs", 3, "batchTokens", 128, "learningRate", 5e-3, "checkpointSteps", 4);

    private static Decoder model;

    @TempDir
    Path folder;

    @BeforeAll
    static void open() {
        model = TinyTask.model();
    }

    @AfterAll
    static void close() {
        model.close();
    }

    private TrainingTask task(Map<String, Object> training) {
        return TinyTask.of(model, Map.of("kernel", "rbf", "divergence", "kl"), training, folder);
    }

    @Test
    void embeddings_are_shown_at_the_start_after_every_epoch_and_at_the_end_in_one_plane() {
        var run = Runs.toTheEnd(task(THREE_EPOCHS));
        var snapshots = run.findings().scatter().snapshots();

        assertThat(snapshots).extracting(Snapshot::epoch).containsExactly(0.0, 1.0, 2.0, 3.0);
        assertThat(snapshots).allSatisfy(snapshot -> {
            assertThat(snapshot.points()).hasSize(48);
            assertThat(snapshot.points())
                    .extracting(Point::pair)
                    .isEqualTo(
                            snapshots.get(0).points().stream().map(Point::pair).toList());
            assertThat(snapshot.points()).extracting(Point::side).startsWith("chosen", "rejected", "chosen");
        });
        var end = snapshots.get(3).points();
        assertThat(end.stream().mapToDouble(Point::x).sum()).isCloseTo(0, within(1e-4));
        assertThat(end.stream().mapToDouble(Point::y).sum()).isCloseTo(0, within(1e-4));
        assertThat(run.findings().scatter().explainedX())
                .isBetween(run.findings().scatter().explainedY(), 1.0);
        assertThat(snapshots.get(0).points()).isNotEqualTo(end);
    }

    @Test
    void of_many_epochs_ten_are_shown_beside_the_start() {
        var snapshots = Runs.toTheEnd(task(Map.of("epochs", 25, "batchTokens", 1024)))
                .findings()
                .scatter()
                .snapshots();

        assertThat(snapshots)
                .extracting(Snapshot::epoch)
                .containsExactly(0.0, 3.0, 6.0, 9.0, 12.0, 15.0, 18.0, 21.0, 24.0, 25.0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"lora", "full"})
    void a_resumed_training_finds_what_an_uninterrupted_one_does(String method) {
        var training = Map.<String, Object>of(
                "method", method, "epochs", 3, "batchTokens", 128, "learningRate", 1e-3, "checkpointSteps", 4);
        var whole = Runs.toTheEnd(task(training));
        var cut = Runs.of(task(training), Optional.empty(), 13);
        var checkpoints = cut.of(Checkpointed.class);
        var resumed = Runs.of(
                task(training),
                Optional.of(checkpoints.get(checkpoints.size() - 1).file()),
                Integer.MAX_VALUE);

        assertThat(resumed.findings()).isEqualTo(whole.findings());
        assertThat(figures(resumed, "generalisation.")).isEqualTo(figures(whole, "generalisation."));
    }

    /** To six digits: a checkpoint holds sums in single precision. */
    private static List<String> figures(Runs run, String prefix) {
        var end =
                run.of(Evaluated.class).get(run.of(Evaluated.class).size() - 1).metrics();
        return end.entrySet().stream()
                .filter(figure -> figure.getKey().startsWith(prefix))
                .map(figure -> "%s %.5f".formatted(figure.getKey(), figure.getValue()))
                .toList();
    }

    @Test
    void the_generalisation_gap_is_told_at_the_end_of_each_epoch_from_the_steps_of_that_epoch() {
        var task = task(THREE_EPOCHS);
        var run = Runs.toTheEnd(task);
        var batches = task.trainBatches();
        long perEpoch = batches.stepsPerEpoch(task.training().accumulation());
        var evaluations = run.of(Evaluated.class);

        assertThat(evaluations.get(0).metrics()).doesNotContainKey("generalisation.train_loss");
        for (int epoch = 1; epoch <= 3; epoch++) {
            double loss = 0;
            double accuracy = 0;
            for (long step = (epoch - 1) * perEpoch; step < epoch * perEpoch; step++) {
                int pairs = batches
                        .ofStep(
                                step,
                                task.training().accumulation(),
                                task.training().seed())
                        .stream()
                        .mapToInt(batch -> batches.get(batch).size())
                        .sum();
                loss += pairs * run.metric("loss").get((int) step) / 48;
                accuracy += pairs * run.metric("reward_accuracy").get((int) step) / 48;
            }
            var found = evaluations.get(epoch).metrics();
            assertThat(found.get("generalisation.train_loss")).isCloseTo(loss, within(1e-9));
            assertThat(found.get("generalisation.loss_gap")).isCloseTo(loss - found.get("loss"), within(1e-9));
            assertThat(found.get("generalisation.accuracy_gap"))
                    .isCloseTo(accuracy - found.get("preference_accuracy"), within(1e-9));
        }
    }

    @Test
    void outliers_are_the_pairs_of_the_largest_wrong_margins_the_worst_first() {
        var run = Runs.toTheEnd(task(Map.of("steps", 1, "batchTokens", 128, "learningRate", 1e-4)));
        var outliers = run.findings().outliers();
        var end = run.of(Evaluated.class).get(1).metrics();

        assertThat(outliers)
                .hasSize((int) Math.min(20, Math.round(24 * (1 - end.get("preference_accuracy")))))
                .isSortedAccordingTo(Comparator.comparingDouble(WrongPair::margin))
                .allSatisfy(pair -> assertThat(pair.margin()).isNegative());
    }

    @Test
    void the_drift_of_alpha_is_what_the_table_before_and_the_table_after_differ_by() {
        var run = Runs.toTheEnd(task(THREE_EPOCHS));
        var before = run.findings().alphaBefore().orElseThrow();
        var after = run.findings().alphaAfter().orElseThrow();
        var told = run.of(SpectraFitted.class).get(1).metrics();

        assertThat(told.get("alpha_drift.weighted")).isCloseTo(after.alphaHat() - before.alphaHat(), within(1e-9));
        assertThat(told.get("alpha_drift.mean")).isCloseTo(after.meanAlpha() - before.meanAlpha(), within(1e-9));
        assertThat(run.of(SpectraFitted.class).get(0).metrics()).doesNotContainKey("alpha_drift.mean");
    }

    @Test
    void the_time_of_a_step_is_told_by_its_parts_and_so_is_the_memory_of_the_process() {
        var run = Runs.toTheEnd(task(THREE_EPOCHS));

        assertThat(run.of(Stepped.class)).allSatisfy(step -> {
            var parts = List.of("reference", "policy_forward", "objective", "backward", "optimiser").stream()
                    .mapToDouble(part -> step.metrics().get("seconds." + part))
                    .toArray();
            double sum = 0;
            for (double part : parts) {
                assertThat(part).isNotNegative();
                sum += part;
            }
            assertThat(sum).isLessThanOrEqualTo(step.metrics().get("seconds.step"));
            assertThat(step.metrics().get("seconds.backward")).isPositive();
            assertThat(step.metrics().get("peak_memory_bytes")).isGreaterThan(1 << 20);
        });
    }
}
