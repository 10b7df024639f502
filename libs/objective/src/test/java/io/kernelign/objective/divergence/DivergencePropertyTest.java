package io.kernelign.objective.divergence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kernelign.property.Draw;
import io.kernelign.property.Property;
import io.kernelign.torch.Scope;
import io.kernelign.torch.Tensor;
import io.kernelign.torch.Tensors;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DivergencePropertyTest {

    private static final int VOCABULARY = 5;
    private static final double STEP = 1e-7;

    /** Logits of the reference, and by how much the policy's are away from them. */
    record Case(List<Double> reference, List<Double> change) {

        static Case draw(Draw draw) {
            double spread = draw.positive(1e-3, 1.5);
            return new Case(
                    draw.list(VOCABULARY, () -> draw.number(-4, 4)),
                    draw.list(VOCABULARY, () -> spread * draw.gaussian()));
        }

        /** The policy's logits [1 + 2 vocabulary, vocabulary]: as they are, then each moved up and down by a step. */
        Tensor policy() {
            int rows = 1 + 2 * VOCABULARY;
            var values = new double[rows * VOCABULARY];
            for (int i = 0; i < values.length; i++) {
                int row = i / VOCABULARY;
                int token = i % VOCABULARY;
                double nudge = row > 0 && (row - 1) / 2 == token ? (row % 2 == 1 ? STEP : -STEP) : 0;
                values[i] = reference.get(token) + change.get(token) + nudge;
            }
            return Tensors.of(values, rows, VOCABULARY);
        }

        Tensor logQ() {
            return Tensors.of(reference.stream().mapToDouble(x -> x).toArray(), 1, VOCABULARY)
                    .logSoftmax(-1);
        }
    }

    static Stream<Map<String, Object>> divergences() {
        return Samples.all();
    }

    static Stream<Map<String, Object>> overVocabulary() {
        return Samples.overVocabulary();
    }

    @ParameterizedTest
    @MethodSource("divergences")
    void it_is_non_negative_and_its_slope_is_that_of_finite_differences(Map<String, Object> options) {
        var divergence = Samples.read(options);
        Property.forAll(Case::draw, it -> {
            try (var scope = Scope.plain()) {
                var policy = it.policy();
                var at = Evaluation.of(divergence, policy, it.logQ().plus(policy.times(0)));
                var values = at.value().doubles();
                var slope = at.slope().slice(0, 0, 1).doubles();

                assertThat(values[0]).isBetween(-1e-9, Samples.bound(options) + 1e-9);
                for (int token = 0; token < VOCABULARY; token++) {
                    double difference = (values[1 + 2 * token] - values[2 + 2 * token]) / (2 * STEP);
                    assertThat(slope[token]).isCloseTo(difference, within(1e-3 * Math.abs(difference) + 1e-6));
                }
            }
        });
    }

    /** The mean of the estimate over the policy is the f-divergence; of the functions of one it is the first order. */
    @ParameterizedTest
    @MethodSource("overVocabulary")
    void the_estimate_from_observed_tokens_is_non_negative_and_means_the_divergence(Map<String, Object> options) {
        var divergence = (VocabularyDivergence) Samples.read(options);
        Property.forAll(Case::draw, it -> {
            try (var scope = Scope.plain()) {
                var logP = it.policy().slice(0, 0, 1).logSoftmax(-1);
                var each = divergence.sampled(logP, it.logQ());

                assertThat(Arrays.stream(each.doubles()).min().orElseThrow()).isGreaterThan(-1e-12);
                if (divergence instanceof GeneratedDivergence) {
                    double whole =
                            divergence.at(Odds.full(logP, it.logQ())).value().item();
                    double mean = logP.exp().times(each).sum().item();
                    assertThat(mean).isCloseTo(whole, within(1e-9 * Math.max(1, whole)));
                }
            }
        });
    }

    @ParameterizedTest
    @MethodSource("overVocabulary")
    void the_estimates_slope_is_that_of_finite_differences_and_finite_at_any_log_ratio(Map<String, Object> options) {
        var divergence = Samples.read(options);
        Property.forAll(draw -> draw.signed(1e-3, 500), ratio -> {
            try (var scope = Scope.recording()) {
                double step = STEP * Math.max(1, Math.abs(ratio));
                var logP = Tensors.of(new double[] {ratio - 700, ratio - 700 + step, ratio - 700 - step}, 3)
                        .requireGradient();
                var estimate = divergence.sampled(logP, Tensors.of(new double[] {-700, -700, -700}, 3));
                estimate.sum().backward();
                var values = estimate.doubles();
                double slope = logP.gradient().doubles()[0];

                assertThat(values[0]).isFinite();
                assertThat(slope).isFinite();
                if (Math.abs(ratio) < 2) {
                    double difference = (values[1] - values[2]) / (2 * step);
                    assertThat(slope).isCloseTo(difference, within(1e-3 * Math.abs(difference) + 1e-4));
                }
            }
        });
    }
}
