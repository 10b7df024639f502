package io.kernelign.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kernelign.torch.Scope;
import io.kernelign.torch.Tensor;
import io.kernelign.torch.Tensors;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaperFormTest {

    /** Two pairs: sums of log-probabilities over 2, 4 chosen and 5, 1 rejected tokens. */
    private static PairLogProbs pairs(Tensor policyChosen) {
        return new PairLogProbs(
                policyChosen,
                Tensors.of(new float[] {-10, -2}, 2),
                Tensors.of(new float[] {-7, -3}, 2),
                Tensors.of(new float[] {-11, -1}, 2),
                Tensors.of(new float[] {2, 4}, 2),
                Tensors.of(new float[] {5, 1}, 2));
    }

    private static Objective paper(Map<String, Object> options) {
        var all = new HashMap<String, Object>(options);
        all.put("formulation", "paper");
        return Objective.TYPE.read(all);
    }

    private static ObjectiveLoss loss(Objective objective, Tensor policyChosen) {
        try (var state = objective.initialState()) {
            return objective.evaluate(PairBatch.of(pairs(policyChosen)), state);
        }
    }

    @Test
    void the_log_ratio_is_of_means_over_tokens_and_of_sums_on_request() {
        try (var scope = Scope.plain()) {
            var chosen = Tensors.of(new float[] {-6, -2}, 2);

            assertThat(loss(paper(Map.of()), chosen).m().doubles())
                    .containsExactly(new double[] {-1, 1.5}, within(1e-6));
            assertThat(loss(paper(Map.of("logRatio", "sum")), chosen).m().doubles())
                    .containsExactly(new double[] {4, 0}, within(1e-6));
        }
    }

    @Test
    void the_kernel_is_maximised_as_in_the_paper_and_minimised_on_request() {
        try (var scope = Scope.plain()) {
            var chosen = Tensors.of(new float[] {-6, -2}, 2);
            double value = (Math.exp(-0.5) + Math.exp(-0.5 * 1.5 * 1.5)) / 2;

            assertThat(loss(paper(Map.of("kernel", "rbf")), chosen).total().item())
                    .isCloseTo(-value, within(1e-6));
            assertThat(loss(paper(Map.of("kernel", "rbf", "direction", "minimize")), chosen)
                            .total()
                            .item())
                    .isCloseTo(value, within(1e-6));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"rbf", "spectral", "mahalanobis"})
    void maximised_a_bounded_kernel_teaches_indifference(String kernel) {
        try (var scope = Scope.recording()) {
            var chosen = Tensors.of(new float[] {-3, -9}, 2).requireGradient();

            loss(paper(Map.of("kernel", kernel)), chosen).total().backward();

            var z = new double[] {-3 / 2.0 + 2, -9 / 4.0 + 2};
            var slopes = chosen.gradient().doubles();
            for (int i = 0; i < z.length; i++) {
                assertThat(Math.signum(slopes[i])).as("pulled towards z = 0").isEqualTo(Math.signum(z[i]));
            }
        }
    }

    @Test
    void the_divergence_weighs_alpha_times_beta() {
        var objective = paper(Map.of("divergence", "kl", "alpha", 0.5, "beta", 0.2));
        try (var state = objective.initialState();
                var scope = Scope.plain()) {
            var batch = PairBatch.of(pairs(Tensors.of(new float[] {-6, -2}, 2))).withDivergence(Tensors.scalar(3));

            assertThat(objective.evaluate(batch, state).regulariser().item()).isCloseTo(0.3, within(1e-7));
        }
    }

    @Test
    void similarities_add_the_kernel_of_their_ratio_with_a_weight_that_follows_its_schedule() {
        var objective = paper(Map.of(
                "kernel", "polynomial", "embedding", Map.of("source", "external", "gamma", 0.2, "gammaEnd", 0.6)));
        try (var state = objective.initialState();
                var scope = Scope.plain()) {
            var similarities = Tensors.of(new float[] {0.9f, 0.5f, 0.2f, 0.8f}, 2, 2);
            var plain = pairs(Tensors.of(new float[] {-6, -2}, 2));
            double without = loss(paper(Map.of("kernel", "polynomial")), plain.policyChosen())
                    .total()
                    .item();
            double term = (Math.pow(1.9 / 1.5, 2) + Math.pow(1.2 / 1.8, 2)) / 2;
            for (double progress : new double[] {0, 0.5, 1}) {
                var batch = new PairBatch(plain, Optional.empty(), Optional.of(similarities), progress);

                assertThat(objective.evaluate(batch, state).total().item())
                        .isCloseTo(without - (0.2 + 0.4 * progress) * term, within(1e-6));
            }
        }
    }

    @Test
    void the_hierarchy_compares_local_with_local_and_global_with_global_similarities() {
        var objective = paper(Map.of("kernel", "hmk", "embedding", Map.of("source", "external", "gamma", 1)));
        try (var state = objective.initialState();
                var scope = Scope.plain()) {
            var plain = pairs(Tensors.of(new float[] {-6, -2}, 2));
            double without = loss(paper(Map.of("kernel", "hmk")), plain.policyChosen())
                    .total()
                    .item();
            var equal = Tensors.of(new float[] {0.7f, 0.7f, 0.4f, 0.4f}, 2, 2);

            double with = objective
                    .evaluate(PairBatch.of(plain).withSemantic(equal), state)
                    .total()
                    .item();

            assertThat(without - with)
                    .as("both ratios are 1, their weights sum to 1")
                    .isCloseTo(1, within(1e-6));
        }
    }
}
