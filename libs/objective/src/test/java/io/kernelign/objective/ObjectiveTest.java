package io.kernelign.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.kernelign.objective.kernel.Kernels;
import io.kernelign.objective.kernel.StepSummary;
import io.kernelign.torch.Scope;
import io.kernelign.torch.Tensor;
import io.kernelign.torch.Tensors;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ObjectiveTest {

    static Stream<String> kernels() {
        return Kernels.ALL.declarations().stream().map(declaration -> declaration.name());
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void before_the_first_step_the_preference_term_is_ln_2_and_its_gradient_is_dpos(String kernel) {
        var objective = Objective.TYPE.read(Map.of("kernel", kernel));
        try (var state = objective.initialState();
                var scope = Scope.recording()) {
            var policy = Tensors.of(new float[] {-812.5f, -3, -90.25f}, 3).requireGradient();
            var rejected = Tensors.of(new float[] {-40, -700.125f, -88}, 3);
            var pairs = PairLogProbs.ofSingleTokens(policy, rejected, policy.detached(), rejected);

            var loss = objective.evaluate(PairBatch.of(pairs), state);
            loss.total().backward();

            assertThat(loss.preference().item()).isCloseTo(Math.log(2), within(1e-7));
            double dpo = -0.1 / 2 / 3;
            assertThat(policy.gradient().doubles()).containsExactly(new double[] {dpo, dpo, dpo}, within(1e-8));
        }
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void the_same_batch_gives_the_same_loss_and_gradient_bit_for_bit(String kernel) {
        assertThat(lossAndGradient(kernel)).isEqualTo(lossAndGradient(kernel));
    }

    private static float[] lossAndGradient(String kernel) {
        var objective = Objective.TYPE.read(Map.of("kernel", kernel));
        try (var state = objective.initialState();
                var scope = Scope.recording()) {
            var chosen = Tensors.of(new float[] {-80, -3, 12}, 3).requireGradient();
            var loss = objective.evaluate(PairBatch.of(pairs(chosen)), state);
            loss.total().backward();
            return new float[] {
                loss.total().floats()[0],
                chosen.gradient().floats()[0],
                chosen.gradient().floats()[2]
            };
        }
    }

    @Test
    void the_total_of_a_batch_is_its_parts_weighted_by_their_share_of_the_pairs() {
        var objective = Objective.TYPE.read(Map.of("kernel", "hmk", "divergence", "kl", "alpha", 0.5));
        try (var state = objective.initialState();
                var scope = Scope.plain()) {
            var whole = Tensors.of(new float[] {-80, -3, 12, 5}, 4);
            var divergences = Tensors.of(new float[] {0.1f, 0.2f, 0.7f, 0.4f}, 4);
            var total = objective
                    .evaluate(PairBatch.of(pairs(whole)).withDivergence(divergences.mean()), state)
                    .total();
            double parts = 0;
            for (long[] part : new long[][] {{0, 1}, {1, 4}}) {
                var mean = divergences.slice(0, part[0], part[1]).mean();
                var loss = objective.evaluate(
                        PairBatch.of(pairs(whole.slice(0, part[0], part[1]))).withDivergence(mean), state);
                parts += loss.total().item() * (part[1] - part[0]) / 4;
            }

            assertThat(parts).isCloseTo(total.item(), within(1e-6));
        }
    }

    @Test
    void the_three_terms_add_up_to_the_total() {
        var objective = Objective.TYPE.read(Map.of(
                "kernel", Map.of("name", "hmk", "weights", Map.of("eta", 0.3)), "divergence", "kl", "alpha", 0.5));
        try (var state = objective.initialState();
                var scope = Scope.plain()) {
            var loss = objective.evaluate(
                    PairBatch.of(pairs(Tensors.of(new float[] {-80, -3}, 2))).withDivergence(Tensors.scalar(0.6)),
                    state);

            assertThat(loss.regulariser().item()).isCloseTo(0.3, within(1e-7));
            assertThat(loss.entropy().item()).isCloseTo(-0.3 * (Math.log(4) + Math.log(2)), within(1e-6));
            assertThat(loss.total().item())
                    .isCloseTo(
                            loss.preference().item()
                                    + loss.regulariser().item()
                                    + loss.entropy().item(),
                            within(1e-6));
        }
    }

    @Test
    void a_divergence_that_nobody_configured_is_refused() {
        var objective = Objective.TYPE.read(Map.of());
        try (var state = objective.initialState();
                var scope = Scope.plain()) {
            var pairs = pairs(Tensors.of(new float[] {1}, 1));
            assertThatThrownBy(() -> objective.evaluate(PairBatch.of(pairs).withDivergence(Tensors.scalar(1)), state))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void a_state_survives_a_checkpoint_exactly(String kernel) {
        var objective = Objective.TYPE.read(Map.of("kernel", kernel));
        try (var initial = objective.initialState();
                var scope = Scope.plain()) {
            initial.weights().values().forEach(weight -> weight.accumulate(Tensors.scalar(0.1234567)));
            var state = objective.afterStep(
                    objective.afterStep(initial, new StepSummary(1 / 3.0)), new StepSummary(0.123456789));

            try (var restored = objective.restoredState(state.toArrays())) {
                assertThat(restored.statistics()).isEqualTo(state.statistics());
                assertThat(restored.weights().keySet())
                        .containsExactlyElementsOf(state.weights().keySet());
                state.weights().forEach((name, weight) -> assertThat(
                                restored.weights().get(name).floats())
                        .isEqualTo(weight.floats()));
            }
        }
    }

    @Test
    void the_state_of_another_objective_is_refused() {
        var plain = Objective.TYPE.read(Map.of());
        assertThatThrownBy(() -> plain.restoredState(Map.of("theta", new float[4])))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("{theta=4}");
    }

    private static PairLogProbs pairs(Tensor policyChosen) {
        var constants = new float[(int) policyChosen.elements()];
        Arrays.fill(constants, -2.5f);
        var other = Tensors.of(constants, constants.length);
        return PairLogProbs.ofSingleTokens(policyChosen, other, other.times(2), other.times(3));
    }
}
