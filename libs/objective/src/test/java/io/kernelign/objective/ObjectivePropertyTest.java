package io.kernelign.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kernelign.objective.kernel.Kernels;
import io.kernelign.objective.kernel.StepSummary;
import io.kernelign.property.Draw;
import io.kernelign.property.Property;
import io.kernelign.torch.DType;
import io.kernelign.torch.Scope;
import io.kernelign.torch.Tensor;
import io.kernelign.torch.Tensors;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Properties 3 to 5 of the objective's specification, on the objective as a whole. */
class ObjectivePropertyTest {

    private static final int PAIRS = 3;

    /** Log-probabilities of the responses of a few pairs, and how many tokens each has. */
    private record Case(
            List<Double> policyChosen,
            List<Double> policyRejected,
            List<Double> referenceChosen,
            List<Double> referenceRejected,
            List<Integer> lengths,
            double beta,
            double smoothing) {

        static Case draw(Draw draw) {
            double spread = draw.positive(1e-3, 100);
            var chosen = draw.list(PAIRS, () -> draw.number(-2000, 0));
            var rejected = draw.list(PAIRS, () -> draw.number(-2000, 0));
            return new Case(
                    chosen.stream().map(it -> it + spread * draw.gaussian()).toList(),
                    rejected.stream().map(it -> it + spread * draw.gaussian()).toList(),
                    chosen,
                    rejected,
                    draw.list(2 * PAIRS, () -> draw.integer(1, 500)),
                    draw.positive(1e-3, 10),
                    draw.number(0, 0.5));
        }

        Map<String, Object> dpo() {
            return Map.of("beta", beta, "link", Map.of("name", "sigmoid", "labelSmoothing", smoothing));
        }

        Tensor chosen(DType type) {
            return tensor(policyChosen, type).requireGradient();
        }

        PairBatch batch(Tensor policyChosen) {
            return batch(policyChosen, tensor(policyRejected, policyChosen.dtype()));
        }

        private PairBatch batch(Tensor policyChosen, Tensor policyRejected) {
            var type = policyChosen.dtype();
            return PairBatch.of(new PairLogProbs(
                    policyChosen,
                    policyRejected,
                    tensor(referenceChosen, type),
                    tensor(referenceRejected, type),
                    lengths(0, type),
                    lengths(PAIRS, type)));
        }

        PairBatch atReference() {
            return batch(tensor(referenceChosen, DType.FLOAT32), tensor(referenceRejected, DType.FLOAT32));
        }

        private Tensor lengths(int from, DType type) {
            return tensor(
                    lengths.subList(from, from + PAIRS).stream()
                            .map(Integer::doubleValue)
                            .toList(),
                    type);
        }

        private static Tensor tensor(List<Double> values, DType type) {
            return Tensors.of(values.stream().mapToDouble(x -> x).toArray(), values.size())
                    .to(type);
        }

        double margin(int pair) {
            return beta
                    * (policyChosen.get(pair)
                            - referenceChosen.get(pair)
                            - policyRejected.get(pair)
                            + referenceRejected.get(pair));
        }
    }

    @Test
    void without_kernel_signal_and_divergence_loss_and_gradient_are_dpos() {
        Property.forAll(Case::draw, it -> {
            var objective = Objective.TYPE.read(it.dpo());
            try (var state = objective.initialState();
                    var scope = Scope.recording()) {
                var chosen = it.chosen(DType.FLOAT64);
                var total = objective.evaluate(it.batch(chosen), state).total();
                total.backward();
                var gradient = chosen.gradient().doubles();

                double loss = 0;
                for (int pair = 0; pair < PAIRS; pair++) {
                    double m = it.margin(pair);
                    loss += ((1 - it.smoothing) * softplus(-m) + it.smoothing * softplus(m)) / PAIRS;
                    double slope = it.beta * (it.smoothing - 1 / (1 + Math.exp(m))) / PAIRS;
                    assertThat(gradient[pair]).isCloseTo(slope, within(1e-9 * it.beta));
                }
                assertThat(total.item()).isCloseTo(loss, within(1e-5 * Math.max(1, loss)));
            }
        });
    }

    private static double softplus(double x) {
        return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
    }

    static Stream<String> kernels() {
        return Kernels.ALL.declarations().stream().map(declaration -> declaration.name());
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void before_the_first_step_the_preference_term_is_ln_2_whatever_the_pairs(String kernel) {
        Property.forAll(Case::draw, it -> {
            var objective = Objective.TYPE.read(Map.of(
                    "kernel",
                    kernel,
                    "beta",
                    it.beta,
                    "link",
                    Map.of("name", "sigmoid", "labelSmoothing", it.smoothing)));
            try (var state = objective.initialState();
                    var scope = Scope.plain()) {
                assertThat(objective
                                .evaluate(it.atReference(), state)
                                .preference()
                                .item())
                        .isCloseTo(Math.log(2), within(1e-6));
            }
        });
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void the_same_steps_give_the_same_losses_and_gradients_bit_for_bit(String kernel) {
        Property.forAll(Case::draw, it -> assertThat(steps(kernel, it)).isEqualTo(steps(kernel, it)));
    }

    /** Losses and gradients of two steps, between which the objective's state moves. */
    private static List<Float> steps(String kernel, Case it) {
        var objective = Objective.TYPE.read(Map.of("kernel", kernel, "beta", it.beta));
        var seen = new ArrayList<Float>();
        try (var initial = objective.initialState()) {
            var state = initial;
            for (int step = 0; step < 2; step++) {
                try (var scope = Scope.recording()) {
                    var chosen = it.chosen(DType.FLOAT32);
                    var loss = objective.evaluate(it.batch(chosen), state);
                    loss.total().backward();
                    seen.add((float) loss.total().item());
                    for (float slope : chosen.gradient().floats()) {
                        seen.add(slope);
                    }
                    state = objective.afterStep(
                            state, new StepSummary(loss.m().square().mean().item()));
                }
            }
        }
        return seen;
    }
}
