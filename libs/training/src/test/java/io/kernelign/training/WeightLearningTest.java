package io.kernelign.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.kernelign.lm.decoder.Decoder;
import io.kernelign.training.TrainingEvent.Checkpointed;
import io.kernelign.training.TrainingEvent.Evaluated;
import io.kernelign.training.TrainingEvent.Warned;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WeightLearningTest {

    private static final Map<String, Object> TRAINING =
            Map.of("steps", 30, "batchTokens", 128, "learningRate", 5e-3, "checkpointSteps", 4);
    private static final Map<String, Object> RESERVE = Map.of("name", "heldOut", "everySteps", 3, "pairs", 10);

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

    private TrainingTask task(Map<String, Object> kernel) {
        return TinyTask.of(model, Map.of("kernel", kernel), TRAINING, folder);
    }

    private static Map<String, Object> hmk(Map<String, Object> weights) {
        return Map.of("name", "hmk", "weights", weights, "rbf", Map.of("margin", Map.of("sigma", 0.5, "learn", true)));
    }

    @Test
    void reserved_pairs_are_training_pairs_that_the_policy_is_not_trained_on() {
        var parts = task(hmk(Map.of("learnOn", RESERVE))).parts();
        var again = task(hmk(Map.of("learnOn", RESERVE))).parts();

        assertThat(ids(parts.reserved())).hasSize(10).isEqualTo(ids(again.reserved()));
        assertThat(ids(parts.rest()))
                .hasSize(38)
                .isEqualTo(ids(again.rest()))
                .doesNotContainAnyElementsOf(ids(parts.reserved()));
        var together = new ArrayList<>(ids(parts.rest()));
        together.addAll(ids(parts.reserved()));
        assertThat(together).containsExactlyInAnyOrderElementsOf(ids(TinyTask.pairs(48, 1)));
        assertThat(task(hmk(Map.of())).parts().rest()).hasSize(48);
    }

    private static List<String> ids(List<EncodedPair> pairs) {
        return pairs.stream().map(EncodedPair::id).toList();
    }

    @Test
    void a_reserve_that_would_leave_nothing_to_train_on_is_refused() {
        var task = task(hmk(Map.of("learnOn", Map.of("name", "heldOut", "pairs", 48))));

        assertThatThrownBy(() -> Runs.toTheEnd(task)).hasMessageContaining("reserves 48 training pairs");
    }

    @Test
    void weights_of_a_reserve_move_at_its_steps_alone_and_the_policy_at_every_step() {
        var run = Runs.toTheEnd(task(hmk(Map.of("learnOn", RESERVE))));
        var lambda = run.metric("mixture.lambda.rbf");
        var sigma = run.metric("kernel.rbf.sigma");

        for (int step = 1; step < 30; step++) {
            boolean due = step % 3 == 0;
            assertThat(run.metric("reserve_loss").get(step) != null).isEqualTo(due);
            assertThat(lambda.get(step).equals(lambda.get(step - 1))).isEqualTo(!due);
            assertThat(sigma.get(step).equals(sigma.get(step - 1))).isEqualTo(!due);
        }
        assertThat(run.metric("gradient_norm")).allMatch(norm -> norm > 0);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_resumed_training_is_bit_equal_whichever_pairs_the_weights_are_learned_on(boolean heldOut) {
        var kernel = hmk(heldOut ? Map.of("learnOn", RESERVE, "floors", Map.of()) : Map.of("floors", Map.of()));
        var whole = Runs.toTheEnd(task(kernel));
        var cut = Runs.of(task(kernel), Optional.empty(), 18);
        var checkpoints = cut.of(Checkpointed.class);
        var last = checkpoints.get(checkpoints.size() - 1);
        assertThat(last.step()).isEqualTo(18);

        var resumed = Runs.of(task(kernel), Optional.of(last.file()), Integer.MAX_VALUE);

        assertThat(resumed.sameAs(whole)).isTrue();
        assertThat(resumed.metric("loss")).isEqualTo(whole.metric("loss").subList(18, 30));
    }

    @Test
    void a_learned_scale_and_the_range_of_every_kernel_are_reported_at_steps_and_evaluations() {
        var run = Runs.toTheEnd(task(hmk(Map.of())));
        var sigma = run.metric("kernel.rbf.sigma");
        var evaluations = run.of(Evaluated.class);
        var last = evaluations.get(evaluations.size() - 1).metrics();

        assertThat(sigma.get(29)).isNotCloseTo(0.5, within(0.05));
        assertThat(last.get("kernel.rbf.sigma")).isEqualTo(sigma.get(29));
        assertThat(last.get("kernel.rbf.effective_range"))
                .isCloseTo(Math.sqrt(2 * Math.log(100)) * sigma.get(29), within(1e-6));
        assertThat(last)
                .containsKeys(
                        "kernel.effective_range",
                        "kernel.polynomial.effective_range",
                        "kernel.spectral.effective_range",
                        "kernel.mahalanobis.effective_range");
    }

    @Test
    void a_scale_is_learned_without_a_mixture_too() {
        var run = Runs.toTheEnd(task(Map.of("name", "polynomial", "c", 1, "learn", true, "learningRate", 0.1)));

        assertThat(run.metric("kernel.polynomial.c").get(29)).isNotCloseTo(1, within(0.1));
        assertThat(run.finite()).isTrue();
    }

    @Test
    void a_collapsing_mixture_is_told_once_for_each_time_it_crosses_the_limit() {
        var collapsing = Map.<String, Object>of("eta", 0, "learningRate", 1);
        var run = Runs.toTheEnd(task(Map.of("name", "mixture", "weights", collapsing)));
        var index = run.metric("mixture.collapse_index");
        var crossings = IntStream.range(1, index.size())
                .filter(i -> index.get(i) > 0.8 && index.get(i - 1) <= 0.8)
                .mapToObj(i -> i + 1L)
                .toList();

        assertThat(crossings).isNotEmpty();
        assertThat(run.of(Warned.class)).extracting(Warned::step).isEqualTo(crossings);
        assertThat(run.warnings().get(0)).contains("collapse index").contains("above 0.8");
    }

    @Test
    void floors_hold_a_mixture_that_would_collapse() {
        var held = Map.<String, Object>of("eta", 0, "learningRate", 1, "floors", Map.of());
        var run = Runs.toTheEnd(task(Map.of("name", "hmk", "weights", held)));

        for (var name : List.of("rbf", "polynomial", "spectral", "mahalanobis")) {
            assertThat(run.metric("mixture.lambda." + name)).allMatch(weight -> weight >= 0.1 - 1e-6);
        }
        assertThat(run.metric("mixture.tau.local")).allMatch(tau -> tau >= 0.3 - 1e-6 && tau <= 0.7 + 1e-6);
        assertThat(run.warnings()).isEmpty();
    }
}
