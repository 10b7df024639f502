package io.kernelign.objective.divergence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kernelign.objective.Golden;
import io.kernelign.torch.DType;
import io.kernelign.torch.Scope;
import io.kernelign.torch.Tensor;
import io.kernelign.torch.Tensors;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class DivergenceTest {

    /** Of FLOAT32; Renyi's order 0.9 divides it by 0.1. */
    private static final double ROUNDING = 5e-6;

    private static final JsonNode GOLDEN = Golden.of("divergences").root().get("overVocabulary");

    static Stream<Map<String, Object>> divergences() {
        return Samples.all();
    }

    static Stream<Map<String, Object>> overVocabulary() {
        return Samples.overVocabulary();
    }

    static List<JsonNode> golden() {
        return List.copyOf(GOLDEN.get("values").values());
    }

    @ParameterizedTest
    @MethodSource("golden")
    void the_value_is_scipys(JsonNode golden) {
        var divergence = Divergences.ALL.read(Golden.options(golden));
        var expected = Golden.doubles(golden.get("exact"));
        try (var scope = Scope.plain()) {
            for (var type : List.of(DType.FLOAT32, DType.FLOAT64)) {
                var logP = Golden.matrix(GOLDEN.get("p")).to(type).logSoftmax(-1);
                var logQ = Golden.matrix(GOLDEN.get("q")).to(type).logSoftmax(-1);

                var exact = divergence.parts().stream()
                        .map(part -> part.divergence()
                                .exact(Evaluation.of(part.divergence(), logP, logQ)
                                        .value())
                                .times(part.weight()))
                        .reduce(Tensor::plus)
                        .orElseThrow()
                        .doubles();

                for (int i = 0; i < exact.length; i++) {
                    assertThat(exact[i]).isCloseTo(expected[i], within(1e-5 * Math.max(1, expected[i])));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("divergences")
    void it_is_never_negative_and_within_its_bounds(Map<String, Object> options) {
        var divergence = Samples.read(options);
        try (var scope = Scope.plain()) {
            for (double spread : new double[] {0, 1e-4, 1e-2, 1, 10, 100}) {
                var logQ = Evaluation.random(1, 30, 200, 3).logSoftmax(-1);
                var logits = logQ.plus(Evaluation.random(2, 30, 200, spread));

                var trained = Evaluation.of(divergence, logits, logQ).value();

                assertThat(Arrays.stream(trained.doubles())).allMatch(value -> value >= -ROUNDING);
                assertThat(Arrays.stream(divergence.exact(trained).doubles()))
                        .allMatch(value -> value >= 0 && value <= Samples.bound(options) + 1e-6);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("divergences")
    void it_is_0_without_slope_where_the_policy_is_the_reference(Map<String, Object> options) {
        var divergence = Samples.read(options);
        try (var scope = Scope.plain()) {
            var logits = Evaluation.random(3, 50, 500, 4).logSoftmax(-1);

            var at = Evaluation.of(divergence, logits, logits.logSoftmax(-1));

            assertThat(largest(at.value())).isLessThan(ROUNDING);
            assertThat(largest(divergence.exact(at.value()))).isLessThan(1e-4);
            assertThat(largest(at.slope())).isLessThan(ROUNDING);
        }
    }

    @ParameterizedTest
    @MethodSource("overVocabulary")
    void its_slope_is_what_differentiating_its_value_gives(Map<String, Object> options) {
        var divergence = (VocabularyDivergence) Samples.read(options);
        try (var scope = Scope.recording()) {
            var logQ = Evaluation.random(5, 20, 50, 2).to(DType.FLOAT64).logSoftmax(-1);
            var logits = logQ.plus(Evaluation.random(6, 20, 50, 0.5).to(DType.FLOAT64))
                    .detached()
                    .requireGradient();

            var at = Evaluation.byLogits(divergence, logits, logQ);
            at.value().sum().backward();

            assertThat(logits.gradient().doubles()).containsExactly(at.slope().doubles(), within(1e-10));
        }
    }

    @ParameterizedTest
    @MethodSource("divergences")
    void distributions_without_common_support_give_finite_values_and_slopes(Map<String, Object> options) {
        var divergence = Samples.read(options);
        try (var scope = Scope.plain()) {
            var logits = Tensors.of(new float[] {300, 0, 0, -200, 0, 0}, 2, 3);
            var logQ = Tensors.of(new float[] {0, 300, 0, 0, -400, 0}, 2, 3).logSoftmax(-1);

            var at = Evaluation.of(divergence, logits, logQ);

            assertThat(Arrays.stream(at.value().doubles())).allMatch(Double::isFinite);
            assertThat(Arrays.stream(at.slope().doubles())).allMatch(Double::isFinite);
        }
    }

    private static double largest(Tensor values) {
        return Arrays.stream(values.doubles()).map(Math::abs).max().orElseThrow();
    }
}
