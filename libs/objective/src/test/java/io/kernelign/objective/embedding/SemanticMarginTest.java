package io.kernelign.objective.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.kernelign.objective.Golden;
import io.kernelign.objective.kernel.Kernel;
import io.kernelign.objective.kernel.Kernels;
import io.kernelign.property.Property;
import io.kernelign.torch.DType;
import io.kernelign.torch.Scope;
import io.kernelign.torch.Tensor;
import io.kernelign.torch.Tensors;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class SemanticMarginTest {

    private static final Golden GOLDEN = Golden.of("embedding");
    private static final long PAIRS = GOLDEN.root().get("pairs").asLong();
    private static final long DIMENSION = GOLDEN.root().get("dimension").asLong();

    static List<JsonNode> cases() {
        return GOLDEN.list("cases");
    }

    static List<String> kernels() {
        return Kernels.ALL.declarations().stream().map(kernel -> kernel.name()).toList();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void q_and_its_gradients_are_those_of_the_kernel_as_written(JsonNode golden) {
        var kernel = Kernels.ALL.read(Golden.object(golden.get("kernel")));
        var signal = SemanticSignal.TYPE.read(Golden.object(golden.get("embedding")));
        try (var scope = Scope.recording()) {
            var leaves = List.of(embeddings(0), embeddings(1), embeddings(2));
            try (var margin = SemanticMargin.fit(kernel, signal, leaves.get(0), leaves.get(1), leaves.get(2))) {
                var q = margin.of(leaves.get(0), leaves.get(1), leaves.get(2));
                var slopes = new float[(int) PAIRS];
                for (int i = 0; i < slopes.length; i++) {
                    slopes[i] = -1 + 2f * i / (slopes.length - 1);
                }
                q.times(Tensors.of(slopes, PAIRS)).sum().backward();

                assertThat(q.doubles()).containsExactly(Golden.doubles(golden.get("q")), within(2e-5));
                for (int i = 0; i < leaves.size(); i++) {
                    var gradient = leaves.get(i).gradient();
                    assertThat(gradient.reshape(gradient.elements()).doubles())
                            .containsExactly(
                                    Golden.doubles(golden.get("gradients").get(i)), within(5e-5));
                }
            }
        }
    }

    private static Tensor embeddings(int which) {
        return Tensors.of(Golden.floats(GOLDEN.root().get("embeddings").get(which)), PAIRS, DIMENSION)
                .requireGradient();
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void q_is_finite_even_where_embeddings_coincide_and_swapping_the_responses_turns_its_sign(String name) {
        record Case(List<Double> x, List<Double> chosen, List<Double> rejected) {}
        try (var scope = Scope.plain();
                var margin = fitted(name)) {
            Property.forAll(
                    draw -> {
                        var x = draw.list((int) DIMENSION, draw::gaussian);
                        var same = draw.flag();
                        return new Case(
                                x,
                                same ? x : draw.list((int) DIMENSION, draw::gaussian),
                                draw.list((int) DIMENSION, draw::gaussian));
                    },
                    it -> {
                        try (var inner = Scope.recording()) {
                            var chosen = row(it.chosen).requireGradient();
                            var q = margin.of(row(it.x), chosen, row(it.rejected));
                            q.sum().backward();
                            double swapped = margin.of(row(it.x), row(it.rejected), row(it.chosen))
                                    .sum()
                                    .item();

                            assertThat(q.sum().item()).isFinite().isCloseTo(-swapped, within(1e-6));
                            assertThat(chosen.gradient().square().sum().item()).isFinite();
                        }
                    });
        }
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void a_response_that_says_what_the_prompt_says_has_the_larger_margin(String name) {
        try (var scope = Scope.plain();
                var margin = fitted(name)) {
            var x = embeddings(0);
            var q = margin.of(x, x, embeddings(2)).doubles();

            assertThat(Arrays.stream(q)).allMatch(value -> value > 0);
        }
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void a_fit_survives_a_checkpoint_exactly(String name) {
        Kernel kernel = Kernels.ALL.read(name);
        try (var scope = Scope.plain();
                var margin = fitted(name);
                var restored = SemanticMargin.restored(kernel, signal(), margin.toArrays())) {
            assertThat(restored.of(embeddings(0), embeddings(1), embeddings(2)).floats())
                    .isEqualTo(margin.of(embeddings(0), embeddings(1), embeddings(2))
                            .floats());
        }
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void a_spread_that_was_written_and_read_gives_the_margins_of_one_that_is_fitted_now(String name) {
        Kernel kernel = Kernels.ALL.read(name);
        try (var scope = Scope.plain()) {
            var read = EmbeddingSpread.read(EmbeddingSpread.of(embeddings(0), embeddings(1), embeddings(2))
                    .toArrays());
            for (double share : List.of(0.3, 0.9, 1.0)) {
                var signal = SemanticSignal.TYPE.read(Map.of("source", "external", "explainedVariance", share));
                try (var fitted = SemanticMargin.fit(kernel, signal, embeddings(0), embeddings(1), embeddings(2));
                        var loaded =
                                SemanticMargin.fit(kernel, signal, read, embeddings(0), embeddings(1), embeddings(2))) {
                    assertThat(loaded.of(embeddings(0), embeddings(1), embeddings(2))
                                    .floats())
                            .isEqualTo(fitted.of(embeddings(0), embeddings(1), embeddings(2))
                                    .floats());
                }
            }
        }
    }

    @Test
    void arrays_that_are_no_spread_are_refused_by_the_name_of_the_one_that_does_not_fit() {
        try (var scope = Scope.plain()) {
            var arrays = new HashMap<>(EmbeddingSpread.of(embeddings(0), embeddings(1), embeddings(2))
                    .toArrays());
            arrays.put("axes", new float[7]);

            assertThatThrownBy(() -> EmbeddingSpread.read(arrays))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("axes has 7 numbers instead of " + DIMENSION * DIMENSION);
            arrays.remove("axes");
            assertThatThrownBy(() -> EmbeddingSpread.read(arrays))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("axes has no numbers");
        }
    }

    @Test
    void embeddings_that_are_all_equal_are_refused_with_a_sentence() {
        try (var scope = Scope.plain()) {
            var same = Tensors.full(0.5, DType.FLOAT32, 4, 3);
            assertThatThrownBy(() -> SemanticMargin.fit(Kernels.ALL.read("spectral"), signal(), same, same, same))
                    .isInstanceOf(UnusableEmbeddingsException.class)
                    .hasMessageContaining("rank 0");
        }
    }

    @Test
    void embeddings_that_are_not_finite_are_refused_with_a_sentence() {
        try (var scope = Scope.plain()) {
            var bad = Tensors.of(new float[] {1, Float.NaN, 2, 3}, 2, 2);
            assertThatThrownBy(() -> SemanticMargin.fit(Kernels.ALL.read("rbf"), signal(), bad, bad, bad))
                    .isInstanceOf(UnusableEmbeddingsException.class)
                    .hasMessageContaining("not finite");
        }
    }

    @Test
    void pairs_that_all_have_the_same_margin_are_refused_with_a_sentence() {
        try (var scope = Scope.plain()) {
            var x = embeddings(0);
            var other = embeddings(1);
            assertThatThrownBy(() -> SemanticMargin.fit(Kernels.ALL.read("rbf"), signal(), x, other, other))
                    .isInstanceOf(UnusableEmbeddingsException.class)
                    .hasMessageContaining("same semantic margin");
        }
    }

    private static SemanticMargin fitted(String kernel) {
        return SemanticMargin.fit(Kernels.ALL.read(kernel), signal(), embeddings(0), embeddings(1), embeddings(2));
    }

    private static SemanticSignal signal() {
        return SemanticSignal.TYPE.read(Map.of("source", "policy"));
    }

    private static Tensor row(List<Double> values) {
        return Tensors.of(values.stream().mapToDouble(Double::doubleValue).toArray(), 1, DIMENSION)
                .to(DType.FLOAT32);
    }
}
