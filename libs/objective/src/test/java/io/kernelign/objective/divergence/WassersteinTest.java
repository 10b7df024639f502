package io.kernelign.objective.divergence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kernelign.objective.Golden;
import io.kernelign.torch.DType;
import io.kernelign.torch.Scope;
import io.kernelign.torch.Tensor;
import io.kernelign.torch.Tensors;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class WassersteinTest {

    private static final JsonNode GOLDEN = Golden.of("divergences").root().get("transport");

    static List<JsonNode> cases() {
        return List.copyOf(GOLDEN.get("cases").values());
    }

    private static Tensor matrix(String name, DType type) {
        return Golden.matrix(GOLDEN.get(name)).to(type);
    }

    private static double[] values(Wasserstein wasserstein, DType type) {
        return wasserstein
                .at(matrix("p", type), matrix("q", type), new Vocabulary(matrix("embeddings", type)))
                .value()
                .doubles();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void the_value_is_pots_dual_value_at_the_same_epsilon(JsonNode golden) {
        int k = GOLDEN.get("k").asInt();
        double epsilon = golden.get("epsilon").asDouble();
        try (var scope = Scope.plain()) {
            for (var type : List.of(DType.FLOAT32, DType.FLOAT64)) {
                double tolerance = type == DType.FLOAT64 ? 1e-8 : 1e-5;

                var dual = values(new Wasserstein(k, epsilon, tolerance, 100_000), type);

                assertThat(dual).containsExactly(Golden.doubles(golden.get("dual")), within(1e-4));
            }
        }
    }

    @Test
    void entropic_transport_is_less_than_exact_transport_and_at_epsilon_0_05_at_least_0_75_of_it() {
        for (var golden : cases()) {
            double least = golden.get("epsilon").asDouble() == 0.05 ? 0.75 : 0;
            var dual = Golden.doubles(golden.get("dual"));
            var exact = Golden.doubles(golden.get("exact"));
            for (int i = 0; i < dual.length; i++) {
                assertThat(dual[i] / exact[i]).isBetween(least, 1.0);
            }
        }
    }

    @Test
    void multiplying_with_the_kernel_and_adding_in_log_space_are_the_same_iteration() {
        try (var scope = Scope.plain()) {
            var logits = Evaluation.random(1, 20, 12, 1).to(DType.FLOAT64);
            var logA = logits.logSoftmax(-1).unsqueeze(1);
            var logB = Evaluation.random(2, 20, 12, 1)
                    .to(DType.FLOAT64)
                    .logSoftmax(-1)
                    .unsqueeze(1);
            var tokens = Tensors.of(java.util.stream.LongStream.range(0, 240)
                            .map(i -> i % 12)
                            .toArray())
                    .reshape(20, 12);
            var cost = new Vocabulary(Evaluation.random(3, 12, 4, 1).to(DType.FLOAT64)).distances(tokens);

            // Costs count in units of epsilon: a tenth of both is the same problem, beyond what is multiplied.
            var multiplied = new Sinkhorn(0.1, 1e-10, 100_000).solve(cost, logA, logB);
            var added = new Sinkhorn(0.01, 1e-10, 100_000).solve(cost.times(0.1), logA, logB);

            assertThat(added.value().times(10).doubles())
                    .containsExactly(multiplied.value().doubles(), within(1e-9));
            assertThat(added.potential().times(10).doubles())
                    .containsExactly(multiplied.potential().doubles(), within(1e-8));
        }
    }

    @Test
    void an_error_below_the_rounding_of_the_elements_is_not_waited_for() {
        try (var scope = Scope.plain()) {
            var embeddings = new Vocabulary(Evaluation.random(4, 60, 3, 1));
            var p = Evaluation.random(5, 20, 60, 3);
            var q = Evaluation.random(6, 20, 60, 3);
            var soon = new Wasserstein(32, 0.5, 1e-12, 1_000).at(p, q, embeddings);
            var patient = new Wasserstein(32, 0.5, 1e-12, 2_000).at(p, q, embeddings);

            assertThat(patient.value().doubles()).isEqualTo(soon.value().doubles());
        }
    }

    @Test
    void a_token_that_both_find_likely_counts_once() {
        try (var scope = Scope.plain()) {
            var embeddings = new Vocabulary(Evaluation.random(4, 6, 3, 1));
            var p = Evaluation.random(5, 4, 6, 1);
            var q = Evaluation.random(6, 4, 6, 1);
            var all = new Wasserstein(6, 0.5, 1e-6, 10_000).at(p, q, embeddings).value();
            var more =
                    new Wasserstein(32, 0.5, 1e-6, 10_000).at(p, q, embeddings).value();

            assertThat(all.doubles()).containsExactly(more.doubles(), within(1e-7));
        }
    }
}
