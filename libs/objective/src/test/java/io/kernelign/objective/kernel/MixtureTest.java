package io.kernelign.objective.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kernelign.torch.Scope;
import io.kernelign.torch.Tensor;
import io.kernelign.torch.Tensors;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MixtureTest {

    private static final float[] MARGINS = {-1e3f, -7, -1, -0.1f, 0, 0.003f, 0.5f, 2, 9, 1e3f};

    @ParameterizedTest
    @ValueSource(strings = {"mixture", "hmk"})
    void at_a_vertex_a_mixture_is_the_single_kernel(String name) {
        var kernel = (WeightedKernel) Kernels.ALL.read(name);
        for (int vertex = 0; vertex < 4; vertex++) {
            var single = Kernels.ALL.read(MixtureWeights.NAMES.get(vertex));
            // sees.
            var theta = new float[4];
            theta[vertex] = 60;
            var phi = vertex < 2 ? new float[] {60, 0} : new float[] {0, 60};
            try (var state = state(kernel, theta, phi);
                    var scope = Scope.plain()) {
                var expected =
                        single.psi(Tensors.of(MARGINS, MARGINS.length), state).floats();
                var mixed =
                        kernel.psi(Tensors.of(MARGINS, MARGINS.length), state).floats();
                for (int i = 0; i < MARGINS.length; i++) {
                    assertThat(mixed[i]).isCloseTo(expected[i], within(1e-5f * Math.max(1, Math.abs(expected[i]))));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"mixture", "hmk"})
    void the_squared_margin_is_the_weighted_sum_of_the_single_kernels(String name) {
        var kernel = (WeightedKernel) Kernels.ALL.read(name);
        try (var state = state(kernel, new float[] {0.3f, -1, 2, 0}, new float[] {0.7f, -0.4f});
                var scope = Scope.plain()) {
            var m = Tensors.of(new float[] {1.7f}, 1);
            var weights = kernel.weights(state).effective().doubles();
            double expected = IntStream.range(0, 4)
                    .mapToDouble(i -> weights[i]
                            * Kernels.ALL
                                    .read(MixtureWeights.NAMES.get(i))
                                    .psi(m, state)
                                    .square()
                                    .item())
                    .sum();

            assertThat(kernel.psi(m, state).square().item()).isCloseTo(expected, within(1e-5));
        }
    }

    @Test
    void the_hierarchy_multiplies_each_pair_by_its_tau() {
        var kernel = (WeightedKernel) Kernels.ALL.read("hmk");
        float log2 = (float) Math.log(2);
        float log3 = (float) Math.log(3);
        // lambda = (.25, .25, .25, .25) and (2 1 1 1)/5; tau = (3/4, 1/4)
        try (var state = state(kernel, new float[] {log2, 0, 0, 0}, new float[] {log3, 0});
                var scope = Scope.plain()) {
            var weights = kernel.weights(state);

            assertThat(weights.lambda().doubles()).containsExactly(new double[] {0.4, 0.2, 0.2, 0.2}, within(1e-6));
            assertThat(weights.tau().orElseThrow().doubles()).containsExactly(new double[] {0.75, 0.25}, within(1e-6));
            assertThat(weights.effective().doubles())
                    .containsExactly(new double[] {6 / 11.0, 3 / 11.0, 1 / 11.0, 1 / 11.0}, within(1e-6));
            double entropy = entropy(0.4, 0.2, 0.2, 0.2) + entropy(0.75, 0.25);
            assertThat(weights.entropy().item()).isCloseTo(entropy, within(1e-6));
            double collapse = 1 - entropy(6 / 11.0, 3 / 11.0, 1 / 11.0, 1 / 11.0) / Math.log(4);
            assertThat(weights.collapseIndex()).isCloseTo(collapse, within(1e-6));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"mixture", "hmk"})
    void weights_stay_positive_and_sum_to_1_however_far_they_are_driven(String name) {
        var kernel = (WeightedKernel) Kernels.ALL.read(name);
        for (float far : new float[] {0, 1, 30, 200, 1e6f}) {
            try (var state = state(kernel, new float[] {far, -far, 0, far / 2}, new float[] {-far, far});
                    var scope = Scope.recording()) {
                var weights = kernel.weights(state);
                assertOnSimplex(weights.lambda());
                weights.tau().ifPresent(MixtureTest::assertOnSimplex);
                assertOnSimplex(weights.effective());

                weights.entropy().backward();
                state.weights().values().forEach(weight -> assertThat(
                                Arrays.stream(weight.gradient().doubles()))
                        .allMatch(Double::isFinite));
            }
        }
    }

    private static void assertOnSimplex(Tensor weights) {
        assertThat(Arrays.stream(weights.doubles())).allMatch(weight -> weight > 0);
        assertThat(Arrays.stream(weights.doubles()).sum()).isCloseTo(1, within(1e-6));
    }

    private static double entropy(double... weights) {
        return -Arrays.stream(weights).map(w -> w * Math.log(w)).sum();
    }

    private static ObjectiveState state(Kernel kernel, float[] theta, float[] phi) {
        var weights = new LinkedHashMap<>(kernel.initialWeights());
        weights.replaceAll((name, values) -> name.equals("theta") ? theta : phi);
        return ObjectiveState.of(weights, Map.of(Mahalanobis.SPREAD, 1f));
    }
}
