package io.kernelign.objective.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kernelign.torch.DType;
import io.kernelign.torch.Scope;
import io.kernelign.torch.Tensor;
import io.kernelign.torch.Tensors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KernelTest {

    /** Every kernel with its defaults, and the corners of the parameters that numbers have most trouble with. */
    static Stream<Map<String, Object>> kernels() {
        var corners = Stream.<Map<String, Object>>of(
                Map.of("name", "polynomial", "c", 0.1, "d", 5),
                Map.of("name", "polynomial", "c", 1e6, "d", 4),
                Map.of("name", "rbf", "margin", Map.of("sigma", 0.001)),
                Map.of("name", "rbf", "margin", Map.of("sigma", 1e6)),
                Map.of("name", "spectral", "l", List.of(1e-9, 1000), "o", List.of(0, 1000)),
                Map.of("name", "mahalanobis", "floor", 1e-6));
        return Stream.concat(defaults(), corners);
    }

    static Stream<Map<String, Object>> defaults() {
        return Kernels.ALL.declarations().stream()
                .map(declaration -> Map.<String, Object>of("name", declaration.name()));
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void psi_is_odd(Map<String, Object> options) {
        var m = new ArrayList<Double>();
        new Random(1).doubles(1000, -1e4, 1e4).forEach(m::add);
        new Random(2).doubles(1000, -12, 12).forEach(m::add);
        var margins = m.stream().mapToDouble(Double::doubleValue).toArray();
        var mirrored = Arrays.stream(margins).map(x -> -x).toArray();

        var psi = psi(options, margins).values;
        var psiMirrored = psi(options, mirrored).values;

        for (int i = 0; i < psi.length; i++) {
            assertThat(psiMirrored[i]).isEqualTo(-psi[i]);
        }
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void psi_is_0_with_slope_1_at_indifference(Map<String, Object> options) {
        var psi = psi(options, 0);

        assertThat(psi.values[0]).isZero();
        assertThat(psi.slopes[0]).isCloseTo(1, within(1e-6));
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void psi_and_its_slope_are_finite_for_margins_up_to_10_000(Map<String, Object> options) {
        var margins = grid(-1e4, 1e4, 2001);
        margins = concat(margins, grid(-1, 1, 2001), new double[] {0, 1e-30, -1e-30, 1e-8, 0.01, 0.0100001, 1e4, -1e4});

        var psi = psi(options, margins);

        assertThat(Arrays.stream(psi.values)).allMatch(Double::isFinite);
        assertThat(Arrays.stream(psi.slopes)).allMatch(Double::isFinite);
    }

    @ParameterizedTest
    @MethodSource("defaults")
    void psi_does_not_decrease_between_minus_12_and_12_for_default_parameters(Map<String, Object> options) {
        var psi = psi(options, grid(-12, 12, 24001)).values;

        for (int i = 1; i < psi.length; i++) {
            assertThat(psi[i] - psi[i - 1]).isGreaterThanOrEqualTo(-1e-6);
        }
    }

    static Stream<Map<String, Object>> limits() {
        return Stream.of(
                Map.of("name", "none"),
                Map.of("name", "polynomial", "d", 1),
                Map.of("name", "polynomial", "c", 1e9, "d", 5),
                Map.of("name", "rbf", "margin", Map.of("sigma", 1e6)),
                Map.of("name", "spectral", "l", List.of(1e-9, 1e-9), "o", List.of(1e-6, 0)),
                Map.of("name", "mahalanobis", "floor", 1e12));
    }

    @ParameterizedTest
    @MethodSource("limits")
    void dpo_is_the_limit_of_each_kernel(Map<String, Object> options) {
        var margins = grid(-12, 12, 241);

        var psi = psi(options, margins).values;

        for (int i = 0; i < psi.length; i++) {
            assertThat(psi[i]).isCloseTo(margins[i], within(1e-4));
        }
    }

    static Stream<Map<String, Object>> smooth() {
        return Stream.concat(
                defaults(),
                Stream.of(
                        Map.of("name", "polynomial", "c", 0.5, "d", 5),
                        Map.of("name", "rbf", "margin", Map.of("sigma", 3))));
    }

    @ParameterizedTest
    @MethodSource("smooth")
    void the_slope_of_psi_is_that_of_finite_differences_across_the_switch_to_the_series(Map<String, Object> options) {
        var margins = new double[] {-4, -1, -0.3, -0.1, -0.05, 0.001, 0.02, 0.0999, 0.1414, 0.15, 0.5, 2, 7};
        double step = 1e-5;

        var slopes = psi(options, DType.FLOAT64, margins).slopes;
        var above = psi(
                        options,
                        DType.FLOAT64,
                        Arrays.stream(margins).map(m -> m + step).toArray())
                .values;
        var below = psi(
                        options,
                        DType.FLOAT64,
                        Arrays.stream(margins).map(m -> m - step).toArray())
                .values;

        for (int i = 0; i < margins.length; i++) {
            assertThat(slopes[i]).isCloseTo((above[i] - below[i]) / (2 * step), within(1e-6));
        }
    }

    @Test
    void mahalanobis_follows_the_spread_of_the_margins_but_never_below_its_floor() {
        var kernel = Kernels.ALL.read("mahalanobis");
        assertThat(kernel.afterStep(kernel.initialStatistics(), new StepSummary(51)))
                .containsExactly(Map.entry(Mahalanobis.SPREAD, 2f));

        var narrow = ObjectiveState.of(Map.of(), Map.of(Mahalanobis.SPREAD, 0.01f));
        var wide = ObjectiveState.of(Map.of(), Map.of(Mahalanobis.SPREAD, 9f));
        try (var scope = Scope.plain()) {
            var m = Tensors.of(new float[] {0.3f, 5}, 2);
            assertThat(kernel.psi(m, narrow).floats())
                    .isEqualTo(new Rbf(0.5).psi(m, narrow).floats());
            assertThat(kernel.psi(m, wide).floats())
                    .isEqualTo(new Rbf(3).psi(m, wide).floats());
        }
    }

    private static double[] grid(double from, double to, int points) {
        var grid = new double[points];
        for (int i = 0; i < points; i++) {
            grid[i] = from + (to - from) * i / (points - 1);
        }
        return grid;
    }

    private static double[] concat(double[]... parts) {
        return Arrays.stream(parts).flatMapToDouble(Arrays::stream).toArray();
    }

    private record Psi(double[] values, double[] slopes) {}

    private static Psi psi(Map<String, Object> options, double... margins) {
        return psi(options, DType.FLOAT32, margins);
    }

    private static Psi psi(Map<String, Object> options, DType type, double... margins) {
        var kernel = Kernels.ALL.read(options);
        try (var state = ObjectiveState.of(kernel.initialWeights(), kernel.initialStatistics());
                var scope = Scope.recording()) {
            Tensor m = Tensors.of(margins, margins.length).to(type).requireGradient();
            var psi = kernel.psi(m, state);
            psi.sum().backward();
            return new Psi(psi.doubles(), m.gradient().doubles());
        }
    }
}
