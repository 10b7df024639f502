package io.kernelign.objective.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kernelign.objective.Golden;
import io.kernelign.objective.Objective;
import io.kernelign.objective.PairBatch;
import io.kernelign.objective.PairLogProbs;
import io.kernelign.torch.DType;
import io.kernelign.torch.Scope;
import io.kernelign.torch.Tensors;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Against {@code oracles/mixture.py}. */
class MixtureGoldenTest {

    private static final JsonNode GOLDEN = Golden.of("mixture").root();
    private static final double[] MARGINS = Golden.doubles(GOLDEN.get("margins"));

    static Stream<JsonNode> learned() {
        return Stream.of("scales", "mixtures").flatMap(name -> GOLDEN.get(name).valueStream());
    }

    @ParameterizedTest
    @MethodSource("learned")
    void floors_and_learned_scales_have_pytorchs_loss_and_gradients(JsonNode golden) {
        var objective = Objective.TYPE.read(Map.of("beta", 1, "kernel", Golden.options(golden)));
        try (var state = state(objective.kernel(), golden);
                var scope = Scope.recording()) {
            var m = Tensors.of(MARGINS, MARGINS.length).requireGradient();
            var zeros = Tensors.zeros(DType.FLOAT64, MARGINS.length);
            var ones = Tensors.full(1, DType.FLOAT64, MARGINS.length);
            var loss = objective.evaluate(PairBatch.of(new PairLogProbs(m, zeros, zeros, zeros, ones, ones)), state);
            loss.total().backward();

            assertClose(loss.psi().doubles(), golden.get("psi"));
            double expected = golden.get("loss").asDouble();
            assertThat(loss.total().item()).isCloseTo(expected, within(1e-6 * Math.max(1, expected)));
            assertClose(m.gradient().doubles(), golden.get("gradients").get("m"));
            state.weights()
                    .forEach((name, weight) -> assertClose(
                            weight.gradient().doubles(), golden.get("gradients").get(name)));
            objective.mixture(state).ifPresent(weights -> {
                assertClose(weights.lambda().doubles(), golden.get("lam"));
                weights.tau().ifPresent(tau -> assertClose(tau.doubles(), golden.get("tau")));
                assertClose(weights.effective().doubles(), golden.get("effective"));
            });
        }
    }

    static List<JsonNode> ranges() {
        return List.copyOf(GOLDEN.get("ranges").values());
    }

    @ParameterizedTest
    @MethodSource("ranges")
    void the_effective_range_is_where_a_hundredth_of_the_kernel_is_left(JsonNode golden) {
        var kernel = Kernels.ALL.read(Golden.options(golden));
        var statistics = new LinkedHashMap<>(kernel.initialStatistics());
        statistics.replaceAll((name, value) -> GOLDEN.get("spread").floatValue());
        try (var state = ObjectiveState.of(kernel.initialWeights(), statistics)) {
            assertThat(kernel.effectiveRange(state).orElseThrow())
                    .isCloseTo(golden.get("range").asDouble(), within(1e-6));
        }
    }

    private static ObjectiveState state(Kernel kernel, JsonNode golden) {
        var statistics = new LinkedHashMap<>(kernel.initialStatistics());
        statistics.replaceAll((name, value) -> GOLDEN.get("spread").floatValue());
        var names = new ArrayList<String>();
        var weights = new LinkedHashMap<String, float[]>();
        kernel.learned().forEach(learned -> {
            names.add(learned.name());
            weights.put(learned.name(), Golden.floats(golden.get("learned").get(learned.name())));
        });
        assertThat(names)
                .containsExactlyInAnyOrderElementsOf(golden.get("learned").propertyNames());
        return ObjectiveState.of(weights, statistics);
    }

    private static void assertClose(double[] actual, JsonNode expected) {
        var values = Golden.doubles(expected);
        assertThat(actual).hasSameSizeAs(values);
        for (int i = 0; i < values.length; i++) {
            assertThat(actual[i]).isCloseTo(values[i], within(2e-6 * Math.max(1, Math.abs(values[i]))));
        }
    }
}
