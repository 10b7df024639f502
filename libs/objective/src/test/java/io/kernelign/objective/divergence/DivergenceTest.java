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
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class DivergenceTest {

    /** Of FLOAT32; Renyi's order 0.9 divides it by 0.1. */
    private static final double ROUNDING = 5e-6;

    static Stream<Map<String, Object>> divergences() {
        var orders = Stream.of(0.1, 0.5, 0.9, 1.0005, 2.0, 10.0)
                .map(order -> Map.<String, Object>of("name", "renyi", "order", order));
        return Stream.concat(
                Divergences.ALL.declarations().stream().map(declaration -> Map.of("name", declaration.name())), orders);
    }

    static List<JsonNode> golden() {
        return List.copyOf(Golden.at("divergences").get("values").values());
    }

    @ParameterizedTest
    @MethodSource("golden")
    void the_value_is_scipys(JsonNode golden) {
        var divergence = Divergences.ALL.read(Golden.options(golden));
        try (var scope = Scope.plain()) {
            for (var type : List.of(DType.FLOAT32, DType.FLOAT64)) {
                var logP = Golden.matrix(Golden.at("divergences").get("p"))
                        .to(type)
                        .logSoftmax(-1);
                var logQ = Golden.matrix(Golden.at("divergences").get("q"))
                        .to(type)
                        .logSoftmax(-1);

                var exact = divergence.exact(divergence.perToken(logP, logQ)).doubles();

                assertThat(exact).containsExactly(Golden.doubles(golden.get("exact")), within(1e-5));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("divergences")
    void it_is_never_negative_and_within_its_bounds(Map<String, Object> options) {
        var divergence = Divergences.ALL.read(options);
        double bound = Map.of("jensen_shannon", Math.log(2), "hellinger", 1.0, "none", 0.0)
                .getOrDefault((String) options.get("name"), Double.MAX_VALUE);
        try (var scope = Scope.plain()) {
            for (double spread : new double[] {0, 1e-4, 1e-2, 1, 10, 100}) {
                var logQ = random(1, 30, 1000, 3).logSoftmax(-1);
                var logP = logQ.plus(random(2, 30, 1000, spread)).logSoftmax(-1);

                var trained = divergence.perToken(logP, logQ);

                assertThat(Arrays.stream(trained.doubles())).allMatch(value -> value >= -ROUNDING);
                assertThat(Arrays.stream(divergence.exact(trained).doubles()))
                        .allMatch(value -> value >= 0 && value <= bound + 1e-6);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("divergences")
    void it_is_0_without_slope_where_the_policy_is_the_reference(Map<String, Object> options) {
        var divergence = Divergences.ALL.read(options);
        try (var scope = Scope.recording()) {
            var logits = random(3, 50, 500, 4).requireGradient();
            var logP = logits.logSoftmax(-1);

            var value = divergence.perToken(logP, logP.detached());
            value.sum().plus(logits.times(0).sum()).backward();

            assertThat(largest(value)).isLessThan(ROUNDING);
            assertThat(largest(divergence.exact(value))).isLessThan(1e-4);
            assertThat(largest(logits.gradient())).isLessThan(ROUNDING);
        }
    }

    @ParameterizedTest
    @MethodSource("divergences")
    void its_gradient_is_that_of_finite_differences(Map<String, Object> options) {
        var divergence = Divergences.ALL.read(options);
        int vocabulary = 7;
        double step = 1e-5;
        try (var scope = Scope.recording()) {
            var logQ = random(5, 5, vocabulary, 2).to(DType.FLOAT64).logSoftmax(-1);
            var logits = logQ.plus(random(6, 5, vocabulary, 1).to(DType.FLOAT64))
                    .detached()
                    .requireGradient();
            value(divergence, logits, logQ).plus(logits.times(0).sum()).backward();
            var gradient = logits.gradient().doubles();

            var at = logits.doubles();
            for (int i = 0; i < at.length; i++) {
                double slope = (value(divergence, nudged(at, i, step, vocabulary), logQ)
                                        .item()
                                - value(divergence, nudged(at, i, -step, vocabulary), logQ)
                                        .item())
                        / (2 * step);
                assertThat(gradient[i]).isCloseTo(slope, within(1e-3 * Math.abs(slope) + 1e-8));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("divergences")
    void distributions_without_common_support_give_finite_values_and_gradients(Map<String, Object> options) {
        var divergence = Divergences.ALL.read(options);
        try (var scope = Scope.recording()) {
            var logits = Tensors.of(new float[] {300, 0, 0, -200, 0, 0}, 2, 3).requireGradient();
            var logQ = Tensors.of(new float[] {0, 300, 0, 0, -400, 0}, 2, 3).logSoftmax(-1);

            var value = divergence.perToken(logits.logSoftmax(-1), logQ);
            value.sum().plus(logits.times(0).sum()).backward();

            assertThat(Arrays.stream(value.doubles())).allMatch(Double::isFinite);
            assertThat(Arrays.stream(logits.gradient().doubles())).allMatch(Double::isFinite);
        }
    }

    private static double largest(Tensor values) {
        return Arrays.stream(values.doubles()).map(Math::abs).max().orElseThrow();
    }

    private static Tensor value(Divergence divergence, Tensor logits, Tensor logQ) {
        return divergence.perToken(logits.logSoftmax(-1), logQ).sum();
    }

    private static Tensor nudged(double[] values, int index, double step, int columns) {
        var nudged = values.clone();
        nudged[index] += step;
        return Tensors.of(nudged, values.length / columns, columns);
    }

    /** Normal numbers, FLOAT32 [rows, columns]. */
    private static Tensor random(long seed, int rows, int columns, double spread) {
        var random = new Random(seed);
        var values = new float[rows * columns];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (spread * random.nextGaussian());
        }
        return Tensors.of(values, rows, columns);
    }
}
