package io.kernelign.objective.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kernelign.property.Draw;
import io.kernelign.property.Property;
import io.kernelign.torch.DType;
import io.kernelign.torch.Scope;
import io.kernelign.torch.Tensors;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Property 1 of the objective's specification, for parameters from all over their ranges. */
class KernelPropertyTest {

    private static final Map<String, Function<Draw, Map<String, Object>>> PARAMETERS = Map.of(
            "none", draw -> Map.of(),
            "polynomial", KernelPropertyTest::polynomial,
            "rbf", draw -> Map.of("margin", Map.of("sigma", draw.positive(1e-3, 1e6))),
            "spectral", KernelPropertyTest::spectral,
            "mahalanobis", draw -> Map.of("floor", draw.positive(1e-6, 1e12)),
            "mixture", KernelPropertyTest::components,
            "hmk", KernelPropertyTest::components);

    private static Map<String, Object> polynomial(Draw draw) {
        int d = draw.integer(1, 5);
        return d == 1 ? Map.of("d", d) : Map.of("c", draw.positive(0.1, 1e12), "d", d);
    }

    private static Map<String, Object> spectral(Draw draw) {
        int size = draw.integer(1, 4);
        return Map.of(
                "l", draw.list(size, () -> draw.positive(1e-9, 1e3)),
                "o", draw.list(size, () -> draw.number(0, 1e3)),
                "w", draw.simplex(size));
    }

    private static Map<String, Object> components(Draw draw) {
        return Map.of(
                "rbf", PARAMETERS.get("rbf").apply(draw),
                "polynomial", PARAMETERS.get("polynomial").apply(draw),
                "spectral", PARAMETERS.get("spectral").apply(draw),
                "mahalanobis", PARAMETERS.get("mahalanobis").apply(draw));
    }

    /**
     * @param weights of a mixture, as theta and phi
     * @param m a margin
     */
    private record Case(Kernel kernel, List<Double> weights, double m) {

        static Case of(String name, Draw draw) {
            var options = new HashMap<>(PARAMETERS.get(name).apply(draw));
            options.put("name", name);
            return new Case(
                    Kernels.ALL.read(options), draw.list(6, () -> draw.number(-60, 60)), draw.signed(1e-8, 1e4));
        }

        Psi psi() {
            try (var state = state();
                    var scope = Scope.recording()) {
                var margins =
                        Tensors.of(new float[] {(float) m, (float) -m, 0}, 3).requireGradient();
                var psi = kernel.psi(margins, state);
                psi.sum().backward();
                return new Psi(psi.floats(), margins.gradient().floats());
            }
        }

        private ObjectiveState state() {
            var learned = new LinkedHashMap<>(kernel.initialWeights());
            learned.replaceAll((name, values) -> {
                int first = name.equals("phi") ? 4 : 0;
                var drawn = new float[values.length];
                for (int i = 0; i < drawn.length; i++) {
                    drawn[i] = weights.get(first + i).floatValue();
                }
                return drawn;
            });
            return ObjectiveState.of(learned, kernel.initialStatistics());
        }
    }

    /** At a margin, at its mirror image and at 0. */
    private record Psi(float[] values, float[] slopes) {}

    @ParameterizedTest
    @ValueSource(strings = {"none", "polynomial", "rbf", "spectral", "mahalanobis", "mixture", "hmk"})
    void psi_is_odd_of_slope_1_at_indifference_and_finite_whatever_the_parameters(String name) {
        Property.forAll(draw -> Case.of(name, draw), it -> {
            var psi = it.psi();
            assertThat(psi.values[1]).isEqualTo(-psi.values[0]);
            assertThat(psi.values[2]).isZero();
            assertThat(psi.slopes[2]).isCloseTo(1, within(2e-6f));
            for (int i = 0; i < 3; i++) {
                assertThat(Float.isFinite(psi.values[i]) && Float.isFinite(psi.slopes[i]))
                        .as("%s, %s", Arrays.toString(psi.values), Arrays.toString(psi.slopes))
                        .isTrue();
            }
        });
    }

    private record Interval(double from, double to) {}

    @ParameterizedTest
    @ValueSource(strings = {"none", "polynomial", "rbf", "spectral", "mahalanobis", "mixture", "hmk"})
    void psi_does_not_decrease_between_minus_12_and_12_for_default_parameters(String name) {
        var kernel = Kernels.ALL.read(name);
        Property.forAll(draw -> new Interval(draw.number(-12, 12), draw.number(-12, 12)), it -> {
            var psi = psi(kernel, Math.min(it.from, it.to), Math.max(it.from, it.to));
            assertThat(psi[1] - psi[0]).isGreaterThanOrEqualTo(-1e-6f);
        });
    }

    /** Parameters of which the kernel is DPO up to 1e-4, and beyond. */
    private static final Map<String, Function<Draw, Map<String, Object>>> LIMITS = Map.of(
            "none", draw -> Map.of(),
            "polynomial", draw -> Map.of("c", draw.positive(1e9, 1e12), "d", draw.integer(2, 5)),
            "rbf", draw -> Map.of("margin", Map.of("sigma", draw.positive(1e4, 1e6))),
            "spectral",
                    draw -> Map.of(
                            "l", draw.list(2, () -> draw.positive(1e-9, 2e-9)),
                            "o", draw.list(2, () -> draw.number(0, 1e-6)),
                            "w", draw.simplex(2)),
            "mahalanobis", draw -> Map.of("floor", draw.positive(1e8, 1e12)));

    private record Limit(Kernel kernel, double m) {}

    @ParameterizedTest
    @ValueSource(strings = {"none", "polynomial", "rbf", "spectral", "mahalanobis"})
    void dpo_is_the_limit_of_each_kernel(String name) {
        Property.forAll(
                draw -> {
                    var options = new HashMap<>(LIMITS.get(name).apply(draw));
                    options.put("name", name);
                    return new Limit(Kernels.ALL.read(options), draw.number(-12, 12));
                },
                it -> assertThat(psi(it.kernel, it.m)[0]).isCloseTo((float) it.m, within(1e-4f)));
    }

    private static float[] psi(Kernel kernel, double... margins) {
        try (var state = ObjectiveState.of(kernel.initialWeights(), kernel.initialStatistics());
                var scope = Scope.plain()) {
            return kernel.psi(Tensors.of(margins, margins.length).to(DType.FLOAT32), state)
                    .floats();
        }
    }

    @Test
    void the_kernels_checked_are_all_there_are() {
        assertThat(Kernels.ALL.declarations()).allMatch(declaration -> PARAMETERS.containsKey(declaration.name()));
    }
}
