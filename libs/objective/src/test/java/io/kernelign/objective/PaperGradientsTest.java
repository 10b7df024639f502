package io.kernelign.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kernelign.objective.embedding.Similarities;
import io.kernelign.objective.embedding.SimilaritySignal;
import io.kernelign.objective.kernel.Kernel;
import io.kernelign.objective.kernel.Kernels;
import io.kernelign.objective.kernel.ObjectiveState;
import io.kernelign.property.Draw;
import io.kernelign.property.Property;
import io.kernelign.torch.Scope;
import io.kernelign.torch.Tensor;
import io.kernelign.torch.Tensors;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Slopes of the paper's kernels against the closed forms of its Appendix I, by z and by the two similarities; 1,000 drawn
 * cases each.
 */
class PaperGradientsTest {

    private static final double Z = 4;

    /** Slopes by z, s_+ and s_-. */
    private record Slopes(double z, double chosen, double rejected) {

        void requireClose(Slopes closedForm, double tolerance) {
            assertThat(new double[] {z, chosen, rejected})
                    .usingElementComparator((a, b) -> Math.abs(a - b) <= tolerance * Math.max(1, Math.abs(b)) ? 0 : 1)
                    .containsExactly(closedForm.z, closedForm.chosen, closedForm.rejected);
        }

        /** The quotient rule that every section of App. I uses for r = s_+ / s_-. */
        static Slopes ofRatio(double z, double byRatio, Point point) {
            return new Slopes(
                    z,
                    byRatio * point.rejected / (point.rejected * point.rejected),
                    -byRatio * point.chosen / (point.rejected * point.rejected));
        }
    }

    private record Point(double z, double chosen, double rejected) {

        static Point of(Draw draw) {
            return new Point(draw.number(-Z, Z), draw.number(0.3, 1), draw.number(0.3, 1));
        }

        double ratio() {
            return chosen / rejected;
        }
    }

    @Test
    void of_the_polynomial_kernel_are_those_of_section_i_5() {
        record Case(double c, int d, Point at) {}
        Property.forAll(draw -> new Case(draw.number(0.1, 3), draw.integer(1, 5), Point.of(draw)), it -> {
            double shifted = it.at.rejected + it.c;
            double power = it.d * Math.pow((it.at.chosen + it.c) / shifted, it.d - 1);
            differentiated(Map.of("name", "polynomial", "c", it.c, "d", it.d), it.at)
                    .requireClose(
                            new Slopes(
                                    it.d * Math.pow(it.at.z + it.c, it.d - 1),
                                    power / shifted,
                                    -power * (it.at.chosen + it.c) / (shifted * shifted)),
                            1e-9);
        });
    }

    @Test
    void of_the_rbf_kernel_are_those_of_section_i_9() {
        record Case(double sigma, Point at) {}
        Property.forAll(draw -> new Case(draw.number(0.3, 5), Point.of(draw)), it -> {
            double r = it.at.ratio();
            differentiated(Map.of("name", "rbf", "margin", Map.of("sigma", it.sigma)), it.at)
                    .requireClose(Slopes.ofRatio(gaussian(it.at.z, it.sigma), gaussian(r, it.sigma), it.at), 1e-9);
        });
    }

    private static double gaussian(double x, double sigma) {
        return -x / (sigma * sigma) * Math.exp(-x * x / (2 * sigma * sigma));
    }

    /** Its first term there is divided by a sigma squared that the kernel does not have; finite differences say: by 1. */
    @Test
    void of_the_spectral_kernel_are_those_of_section_i_13_without_its_stray_sigma() {
        record Case(List<Double> l, List<Double> o, Point at) {}
        Property.forAll(
                draw -> new Case(
                        draw.list(3, () -> draw.number(0.01, 1)),
                        draw.list(3, () -> draw.number(0, 2)),
                        Point.of(draw)),
                it -> {
                    var options = Map.<String, Object>of("name", "spectral", "l", it.l, "o", it.o);
                    double z = spectral(it.at.z, it.l, it.o);
                    differentiated(options, it.at)
                            .requireClose(Slopes.ofRatio(z, spectral(it.at.ratio(), it.l, it.o), it.at), 1e-9);
                    assertThat((value(options, it.at.z + 1e-5) - value(options, it.at.z - 1e-5)) / 2e-5)
                            .isCloseTo(z, within(1e-6));
                });
    }

    private static double spectral(double x, List<Double> l, List<Double> o) {
        double sum = 0;
        for (int i = 0; i < l.size(); i++) {
            sum += Math.exp(-l.get(i) * x * x)
                    * (-2 * l.get(i) * x * Math.cos(o.get(i) * x) - o.get(i) * Math.sin(o.get(i) * x));
        }
        return sum;
    }

    @Test
    void of_the_mahalanobis_kernel_are_those_of_section_i_17() {
        record Case(double mu, double sigma, double ratioMu, double ratioSigma, Point at) {}
        Property.forAll(
                draw -> new Case(
                        draw.number(-3, 3),
                        draw.number(0.3, 5),
                        draw.number(-1, 3),
                        draw.number(0.3, 5),
                        Point.of(draw)),
                it -> {
                    var signal = signal(it.ratioMu, it.ratioSigma);
                    differentiated(Map.of("name", "mahalanobis", "mu", it.mu, "sigma", it.sigma), signal, it.at)
                            .requireClose(
                                    Slopes.ofRatio(
                                            gaussian(it.at.z - it.mu, it.sigma),
                                            gaussian(it.at.ratio() - it.ratioMu, it.ratioSigma),
                                            it.at),
                                    1e-9);
                });
    }

    @Test
    void of_the_hierarchical_mixture_by_z_are_the_weighted_slopes_of_section_i_21() {
        record Case(List<Double> theta, List<Double> phi, Point at) {}
        Property.forAll(
                draw -> new Case(
                        draw.list(4, () -> draw.number(-2, 2)), draw.list(2, () -> draw.number(-2, 2)), Point.of(draw)),
                it -> {
                    var hmk = Kernels.PAPER.read("hmk");
                    var weights = Map.of("theta", floats(it.theta), "phi", floats(it.phi));
                    double[] lambda = softmax(it.theta);
                    double[] tau = softmax(it.phi);
                    double expected = 0;
                    for (int i = 0; i < 4; i++) {
                        var name = List.of("rbf", "polynomial", "spectral", "mahalanobis")
                                .get(i);
                        expected += tau[i / 2] * lambda[i] * differentiated(Map.of("name", name), it.at).z;
                    }
                    assertThat(differentiated(hmk, ObjectiveState.of(weights, Map.of()), signal(0, 1), it.at).z)
                            .isCloseTo(expected, within(1e-5 * Math.max(1, Math.abs(expected))));
                });
    }

    private static double value(Map<String, Object> options, double z) {
        var kernel = Kernels.PAPER.read(options);
        try (var state = ObjectiveState.of(Map.of(), Map.of());
                var scope = Scope.plain()) {
            return kernel.value(Tensors.of(new double[] {z}, 1), state).doubles()[0];
        }
    }

    private static Slopes differentiated(Map<String, Object> options, Point at) {
        return differentiated(options, signal(0, 1), at);
    }

    private static Slopes differentiated(Map<String, Object> options, SimilaritySignal signal, Point at) {
        return differentiated(Kernels.PAPER.read(options), ObjectiveState.of(Map.of(), Map.of()), signal, at);
    }

    private static Slopes differentiated(Kernel kernel, ObjectiveState initial, SimilaritySignal signal, Point at) {
        try (var state = initial;
                var scope = Scope.recording()) {
            var z = leaf(at.z);
            var chosen = leaf(at.chosen);
            var rejected = leaf(at.rejected);
            kernel.value(z, state)
                    .plus(kernel.value(new Similarities(chosen, rejected), signal, state))
                    .sum()
                    .backward();
            return new Slopes(
                    z.gradient().doubles()[0],
                    chosen.gradient().doubles()[0],
                    rejected.gradient().doubles()[0]);
        }
    }

    private static Tensor leaf(double value) {
        return Tensors.of(new double[] {value}, 1).requireGradient();
    }

    private static SimilaritySignal signal(double mu, double sigma) {
        return SimilaritySignal.TYPE.read(Map.of("source", "external", "mu", mu, "sigma", sigma));
    }

    private static double[] softmax(List<Double> logits) {
        double sum = logits.stream().mapToDouble(Math::exp).sum();
        return logits.stream().mapToDouble(x -> Math.exp(x) / sum).toArray();
    }

    private static float[] floats(List<Double> values) {
        var floats = new float[values.size()];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = values.get(i).floatValue();
        }
        return floats;
    }
}
