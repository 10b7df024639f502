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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class KernelGoldenTest {

    private static final double[] MARGINS = Golden.doubles(Golden.at("margins"));

    static List<JsonNode> kernels() {
        return Golden.cases("kernels");
    }

    static List<JsonNode> mixtures() {
        return Golden.cases("mixtures");
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void psi_and_its_slope_are_those_of_the_formula_with_fifty_digits(JsonNode golden) {
        var kernel = Kernels.ALL.read(Golden.options(golden));
        try (var state = state(kernel, golden, Map.of());
                var scope = Scope.recording()) {
            for (var type : List.of(DType.FLOAT32, DType.FLOAT64)) {
                var m = Tensors.of(MARGINS, MARGINS.length).to(type).requireGradient();
                var psi = kernel.psi(m, state);
                psi.sum().backward();

                assertClose(psi.doubles(), golden.get("psi"), type == DType.FLOAT32 ? 2e-6 : 1e-13);
                assertClose(m.gradient().doubles(), golden.get("slope"), type == DType.FLOAT32 ? 5e-6 : 1e-12);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("mixtures")
    void the_loss_of_a_mixture_and_all_its_gradients_are_pytorchs(JsonNode golden) {
        var objective = Objective.TYPE.read(Map.of("beta", 1, "kernel", Golden.options(golden)));
        var learned = new LinkedHashMap<String, float[]>();
        golden.get("learned")
                .properties()
                .forEach(entry -> learned.put(entry.getKey(), Golden.floats(entry.getValue())));
        try (var state = state(objective.kernel(), golden, learned);
                var scope = Scope.recording()) {
            var m = Tensors.of(MARGINS, MARGINS.length).requireGradient();
            var zeros = Tensors.zeros(DType.FLOAT64, MARGINS.length);
            var loss = objective.evaluate(PairBatch.of(PairLogProbs.ofSingleTokens(m, zeros, zeros, zeros)), state);
            loss.total().backward();

            assertClose(loss.psi().doubles(), golden.get("psi"), 1e-6);
            assertThat(loss.total().item()).isCloseTo(golden.get("loss").asDouble(), within(1e-6));
            assertClose(m.gradient().doubles(), golden.get("gradients").get("m"), 1e-6);
            state.weights()
                    .forEach((name, weight) -> assertClose(
                            weight.gradient().doubles(), golden.get("gradients").get(name), 1e-6));
            var weights = objective.mixture(state).orElseThrow();
            assertClose(weights.effective().doubles(), golden.get("effective"), 1e-6);
            assertThat(weights.collapseIndex()).isCloseTo(golden.get("collapse").asDouble(), within(1e-6));
        }
    }

    private static ObjectiveState state(Kernel kernel, JsonNode golden, Map<String, float[]> learned) {
        var statistics = new LinkedHashMap<>(kernel.initialStatistics());
        statistics.replaceAll((name, value) -> golden.get("spread").floatValue());
        return ObjectiveState.of(learned, statistics);
    }

    private static void assertClose(double[] actual, JsonNode expected, double tolerance) {
        var values = Golden.doubles(expected);
        assertThat(actual).hasSameSizeAs(values);
        for (int i = 0; i < values.length; i++) {
            assertThat(actual[i]).isCloseTo(values[i], within(tolerance * Math.max(1, Math.abs(values[i]))));
        }
    }
}
