package io.kernelign.objective.divergence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kernelign.input.InvalidInputException;
import io.kernelign.torch.Scope;
import io.kernelign.torch.Tensors;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DivergenceOptionsTest {

    private static Map<String, Object> mixture(double first, Object divergence, double second, Object other) {
        return Map.of(
                "name",
                "mixture",
                "parts",
                List.of(
                        Map.of("weight", first, "divergence", divergence),
                        Map.of("weight", second, "divergence", other)));
    }

    @Test
    void a_mixture_is_written_as_it_is_read() {
        var mixture = Divergences.ALL.read(mixture(0.25, "kl", 0.75, Map.of("name", "f", "generator", "le_cam")));

        assertThat(Divergences.ALL.read(Divergences.ALL.write(mixture))).isEqualTo(mixture);
        assertThat(mixture.samplable()).isTrue();
    }

    @Test
    void a_mixture_whose_weights_do_not_sum_to_1_is_refused() {
        assertThatThrownBy(() -> Divergences.ALL.read(mixture(0.5, "kl", 0.6, "hellinger")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("parts")
                .hasMessageContaining("sum to 1");
    }

    @Test
    void a_mixture_holds_neither_mixtures_nor_none() {
        for (Object part : List.of("none", mixture(0.5, "kl", 0.5, "f"))) {
            assertThatThrownBy(() -> Divergences.ALL.read(mixture(0.5, "kl", 0.5, part)))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("parts[1].divergence");
        }
    }

    @Test
    void orders_that_are_another_divergence_or_none_are_refused() {
        for (double order : new double[] {0, 1, -20}) {
            assertThatThrownBy(() -> Divergences.ALL.read(
                            Map.of("name", "f", "generator", Map.of("name", "alpha", "order", order))))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("generator.order");
        }
        for (double order : new double[] {0, -1}) {
            assertThatThrownBy(() -> Divergences.ALL.read(Map.of("name", "renyi", "order", order)))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("order");
        }
    }

    @Test
    void optimal_transport_and_what_contains_it_is_not_sampled() {
        for (var options : List.of("wasserstein", mixture(0.5, "kl", 0.5, "wasserstein"))) {
            var divergence = Divergences.ALL.read(options);
            assertThat(divergence.samplable()).isFalse();
            try (var scope = Scope.plain()) {
                var logProbs = Tensors.of(new float[] {-1}, 1);
                assertThatThrownBy(() -> divergence.sampled(logProbs, logProbs)).hasMessageContaining("ground cost");
            }
        }
    }
}
