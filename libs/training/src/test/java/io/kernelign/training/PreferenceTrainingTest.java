package io.kernelign.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kernelign.lm.decoder.Decoder;
import io.kernelign.training.TrainingEvent.Checkpointed;
import io.kernelign.training.TrainingEvent.Evaluated;
import io.kernelign.training.TrainingEvent.Stepped;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreferenceTrainingTest {

    private static final Map<String, Object> TRAINING =
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

    private Runs run(Map<String, Object> objective, Map<String, Object> training, Optional<Path> from, int stopAfter) {
        var run = Runs.of(TinyTask.of(model, objective, training, folder), from, stopAfter);
        assertThat(run.trouble()).isEmpty();
        return run;
    }

    private Runs run(Map<String, Object> objective, Map<String, Object> training) {
        return run(objective, training, Optional.empty(), Integer.MAX_VALUE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "polynomial", "rbf", "spectral", "mahalanobis", "mixture", "hmk"})
    void every_kernel_starts_at_ln_2_and_learns_the_preference(String kernel) {
        var run = run(Map.of("kernel", kernel), TRAINING);
        var steps = run.of(Stepped.class);
        assertThat(steps.get(0).metrics().get("preference_loss")).isCloseTo(Math.log(2), within(1e-6));
        var evaluations = run.of(Evaluated.class);
        var before = evaluations.get(0).metrics();
        var after = evaluations.get(evaluations.size() - 1).metrics();
        assertThat(before).doesNotContainKey("preference_accuracy");
        assertThat(after.get("preference_accuracy")).isGreaterThan(0.9);
        assertThat(after.get("ranking_accuracy")).isGreaterThan(before.get("ranking_accuracy"));
        assertThat(after)
                .containsKeys("f1.ranking.task.safety", "f1.reward.overall", "davies_bouldin", "divergence.kl");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"kl", "forward_kl", "jensen_shannon", "hellinger", "renyi", "bhattacharyya", "f", "wasserstein"})
    void a_divergence_keeps_the_policy_nearer_the_reference(String divergence) {
        var free = last(run(Map.of("divergence", "none"), TRAINING));
        var held = last(run(Map.of("divergence", Map.of("name", divergence), "alpha", 5), TRAINING));
        assertThat(held.get("divergence.kl")).isLessThan(0.8 * free.get("divergence.kl"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"kl", "forward_kl", "jensen_shannon", "hellinger", "renyi", "bhattacharyya", "f"})
    void a_divergence_that_is_sampled_does_so_too(String divergence) {
        var free = last(run(Map.of("divergence", "none"), TRAINING));
        var held = last(
                run(Map.of("divergence", Map.of("name", divergence), "alpha", 5, "estimator", "sampled"), TRAINING));
        assertThat(held.get("divergence.kl")).isLessThan(0.8 * free.get("divergence.kl"));
    }

    private static Map<String, Double> last(Runs run) {
        var evaluations = run.of(Evaluated.class);
        return evaluations.get(evaluations.size() - 1).metrics();
    }

    @Test
    void a_training_resumed_from_a_checkpoint_ends_bit_equal_to_an_uninterrupted_one() {
        var objective = Map.<String, Object>of("kernel", "hmk", "divergence", "jensen_shannon");
        var training = Map.<String, Object>of(
                "steps",
                14,
                "batchTokens",
                128,
                "learningRate",
                5e-3,
                "checkpointSteps",
                4,
                "lora",
                Map.of("dropout", 0.2));
        var whole = run(objective, training);
        var cut = run(objective, training, Optional.empty(), 10);
        assertThat(cut.finished()).isFalse();
        var checkpoints = cut.of(Checkpointed.class);
        assertThat(checkpoints).extracting(Checkpointed::step).containsExactly(4L, 8L, 10L);

        for (var checkpoint : checkpoints) {
            var resumed = run(objective, training, Optional.of(checkpoint.file()), Integer.MAX_VALUE);
            assertThat(resumed.metric("loss")).isEqualTo(whole.metric("loss").subList((int) checkpoint.step(), 14));
            assertThat(resumed.sameAs(whole)).isTrue();
        }
    }

    @Test
    void a_training_that_stops_where_it_has_just_left_a_checkpoint_leaves_no_other() {
        var cut = run(Map.of(), Map.of("steps", 6, "batchTokens", 128, "checkpointSteps", 2), Optional.empty(), 4);

        assertThat(cut.of(Checkpointed.class)).extracting(Checkpointed::step).containsExactly(2L, 4L);
    }

    @Test
    void a_training_that_stops_at_a_share_of_its_steps_is_the_beginning_of_the_whole_one() {
        var objective = Map.<String, Object>of("kernel", "hmk", "divergence", "jensen_shannon");
        var training = new HashMap<String, Object>(Map.of("steps", 12, "batchTokens", 128, "learningRate", 5e-3));
        var whole = run(objective, training);
        training.put("stopAtShare", 1 / 3.0);
        var share = run(objective, training);

        assertThat(share.finished()).isTrue();
        assertThat(share.metric("learning_rate"))
                .hasSize(4)
                .isEqualTo(whole.metric("learning_rate").subList(0, 4));
        assertThat(share.metric("loss")).isEqualTo(whole.metric("loss").subList(0, 4));
        assertThat(share.of(Stepped.class))
                .allSatisfy(step -> assertThat(step.totalSteps()).isEqualTo(4));
        var evaluations = share.of(Evaluated.class);
        assertThat(evaluations.get(evaluations.size() - 1).step()).isEqualTo(4);
    }

    @Test
    void garbage_collection_during_training_changes_no_loss_by_one_bit() throws InterruptedException {
        var calm = run(Map.of("kernel", "hmk", "divergence", "kl"), TRAINING);
        var stop = new AtomicBoolean();
        var collector = new Thread(() -> {
            while (!stop.get()) {
                System.gc();
                LockSupport.parkNanos(2_000_000);
            }
        });
        collector.start();
        try {
            assertThat(run(Map.of("kernel", "hmk", "divergence", "kl"), TRAINING)
                            .metric("loss"))
                    .isEqualTo(calm.metric("loss"));
        } finally {
            stop.set(true);
            collector.join();
        }
    }
}
