package io.kernelign.objective.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kernelign.property.Draw;
import io.kernelign.property.Property;
import io.kernelign.torch.AdamW;
import io.kernelign.torch.DType;
import io.kernelign.torch.Scope;
import io.kernelign.torch.Tensor;
import io.kernelign.torch.Tensors;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Property 3 of the objective's specification. */
class MixturePropertyTest {

    /** @param logits theta, then phi */
    private record Case(String name, double lambdaFloor, double tauFloor, List<Double> logits, List<Double> pushes) {

        static Case of(String name, Draw draw) {
            return new Case(
                    name,
                    draw.number(0, 0.24),
                    draw.number(0, 0.49),
                    draw.list(6, () -> draw.signed(1e-3, 1e6)),
                    draw.list(6, () -> draw.signed(1e-20, 1e15)));
        }

        WeightedKernel kernel() {
            var floors = new HashMap<String, Object>(Map.of("lambda", lambdaFloor));
            if (name.equals("hmk")) {
                floors.put("tau", tauFloor);
            }
            return (WeightedKernel) Kernels.ALL.read(Map.of("name", name, "weights", Map.of("floors", floors)));
        }

        ObjectiveState state(WeightedKernel kernel) {
            var weights = new LinkedHashMap<>(kernel.initialWeights());
            weights.replaceAll((weight, values) -> {
                int first = weight.equals("phi") ? 4 : 0;
                var drawn = new float[values.length];
                for (int i = 0; i < drawn.length; i++) {
                    drawn[i] = logits.get(first + i).floatValue();
                }
                return drawn;
            });
            return ObjectiveState.of(weights, kernel.initialStatistics());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"mixture", "hmk"})
    void weights_are_positive_above_their_floors_and_of_sum_1_also_after_any_step(String name) {
        Property.forAll(draw -> Case.of(name, draw), it -> {
            var kernel = it.kernel();
            try (var state = it.state(kernel);
                    var optimiser = new AdamW(List.copyOf(state.weights().values()), AdamW.Settings.DEFAULT);
                    var scope = Scope.plain()) {
                assertWeights(kernel.weights(state), it);
                var pushes = state.weights().values().stream()
                        .map(weight -> {
                            int size = (int) weight.elements();
                            var push = it.pushes.subList(0, size).stream()
                                    .mapToDouble(Double::doubleValue)
                                    .toArray();
                            return Tensors.of(push, size).to(weight.dtype());
                        })
                        .toList();
                optimiser.step(pushes, 1);
                assertWeights(kernel.weights(state), it);
            }
        });
    }

    private static void assertWeights(MixtureWeights weights, Case it) {
        assertOnSimplex(weights.lambda(), it.lambdaFloor);
        weights.tau().ifPresent(tau -> assertOnSimplex(tau, it.tauFloor));
        assertOnSimplex(weights.effective(), 0);
        assertThat(weights.collapseIndex()).isBetween(-1e-6, 1 + 1e-6);
    }

    private static void assertOnSimplex(Tensor weights, double floor) {
        var values = weights.doubles();
        assertThat(Arrays.stream(values)).allMatch(weight -> weight > 0 && weight >= floor - 1e-7);
        assertThat(Arrays.stream(values).sum()).isCloseTo(1, within(1e-6));
    }

    private record Vertex(String name, int kernel, double m, double spread) {}

    @ParameterizedTest
    @ValueSource(strings = {"mixture", "hmk"})
    void at_a_vertex_a_mixture_is_the_single_kernel_at_any_margin(String name) {
        var mixture = (WeightedKernel) Kernels.ALL.read(name);
        Property.forAll(
                draw -> new Vertex(name, draw.integer(0, 3), draw.signed(1e-6, 1e3), draw.positive(0.01, 1e4)), it -> {
                    var single = Kernels.ALL.read(MixtureWeights.NAMES.get(it.kernel));
                    var weights = new LinkedHashMap<>(mixture.initialWeights());
                    weights.get("theta")[it.kernel] = 60;
                    if (weights.containsKey("phi")) {
                        weights.get("phi")[it.kernel / 2] = 60;
                    }
                    try (var state = ObjectiveState.of(weights, Map.of(Mahalanobis.SPREAD, (float) it.spread));
                            var scope = Scope.plain()) {
                        var m = Tensors.of(new float[] {(float) it.m}, 1);
                        double expected = single.psi(m, state).item();
                        assertThat(mixture.psi(m, state).item())
                                .isCloseTo(expected, within(1e-5 * Math.max(1, Math.abs(expected))));
                    }
                });
    }

    private static void push(Tensor weight, double by) {
        try (var scope = Scope.plain()) {
            weight.assign(weight.plus(by));
        }
    }

    private record Start(double sigma, double c, double scale, List<Double> margins) {}

    @ParameterizedTest
    @ValueSource(strings = {"mixture", "hmk"})
    void a_learned_scale_stays_in_its_range_and_its_gradient_finite_from_anywhere(String name) {
        Property.forAll(
                draw -> new Start(
                        draw.positive(1e-3, 1e6),
                        draw.positive(0.1, 1e12),
                        draw.positive(1e-3, 1e3),
                        draw.list(3, () -> draw.signed(1e-6, 1e4))),
                it -> {
                    var kernel = Kernels.ALL.read(Map.of(
                            "name",
                            name,
                            "rbf",
                            Map.of("margin", Map.of("sigma", it.sigma, "learn", true)),
                            "polynomial",
                            Map.of("c", it.c, "d", 5, "learn", true),
                            "spectral",
                            Map.of("scale", it.scale, "learn", true)));
                    try (var state = ObjectiveState.of(kernel.initialWeights(), kernel.initialStatistics());
                            var scope = Scope.recording()) {
                        var m = it.margins.stream()
                                .mapToDouble(Double::doubleValue)
                                .toArray();
                        kernel.psi(Tensors.of(m, m.length).to(DType.FLOAT32), state)
                                .logSigmoid()
                                .mean()
                                .backward();
                        for (var learned : kernel.learned()) {
                            var weight = state.weights().get(learned.name());
                            assertThat(Arrays.stream(weight.gradient().doubles()))
                                    .allMatch(Double::isFinite);
                            push(weight, 100);
                            learned.confine(weight);
                        }
                        assertThat(kernel.scales()).hasSize(3).allSatisfy(scale -> assertThat(scale.value(state))
                                .isCloseTo(scale.most(), within(1e-5 * scale.most())));
                    }
                });
    }
}
