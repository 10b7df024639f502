package io.kernelign.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every primitive against a twin of plain tensor operations. */
class PrimitivesTest {

    @Test
    void the_root_mean_square_norm_divides_by_the_root_of_the_mean_square() {
        Samples.assertTwins(
                in -> Primitives.rmsNorm(in.get(0), in.get(1), 1e-2),
                in -> in.get(0)
                        .over(in.get(0)
                                .square()
                                .mean(-1)
                                .unsqueeze(-1)
                                .plus(1e-2)
                                .sqrt())
                        .times(in.get(1)),
                new long[] {5, 8},
                new long[] {8});
    }

    @Test
    void linear_multiplies_by_the_transposed_weight() {
        Samples.assertTwins(
                in -> Primitives.linear(in.get(0), in.get(1)),
                in -> in.get(0).matmul(in.get(1).transpose(0, 1)),
                new long[] {5, 8},
                new long[] {3, 8});
    }

    @Test
    void lora_adds_the_scaled_product_of_its_two_factors() {
        Samples.assertTwins(
                in -> Primitives.loraLinear(in.get(0), in.get(1), in.get(2), in.get(3), 0.25),
                in -> in.get(0)
                        .matmul(in.get(1)
                                .plus(in.get(3).matmul(in.get(2)).times(0.25))
                                .transpose(0, 1)),
                new long[] {5, 8},
                new long[] {6, 8},
                new long[] {2, 8},
                new long[] {6, 2});
    }

    @Test
    void adapters_of_several_maps_of_one_input_do_as_each_alone() {
        Samples.assertTwins(
                in -> Tensors.concat(
                        Primitives.loraFan(in.get(0), in.subList(1, 3), in.subList(3, 5), in.subList(5, 7), 0.25), 1),
                in -> Tensors.concat(
                        List.of(
                                Primitives.loraLinear(in.get(0), in.get(1), in.get(3), in.get(5), 0.25),
                                Primitives.loraLinear(in.get(0), in.get(2), in.get(4), in.get(6), 0.25)),
                        1),
                new long[] {5, 8},
                new long[] {6, 8},
                new long[] {3, 8},
                new long[] {2, 8},
                new long[] {2, 8},
                new long[] {6, 2},
                new long[] {3, 2});
    }

    @Test
    void swiglu_gates_by_x_times_its_sigmoid() {
        Samples.assertTwins(
                in -> Primitives.swiglu(in.get(0), in.get(1)),
                in -> in.get(0).times(in.get(0).sigmoid()).times(in.get(1)),
                new long[] {5, 8},
                new long[] {5, 8});
    }

    @Test
    void geglu_gates_by_the_tanh_form_of_gelu() {
        Samples.assertTwins(
                in -> Primitives.geglu(in.get(0), in.get(1), true),
                in -> {
                    var x = in.get(0);
                    var inner = x.plus(x.power(3).times(0.044715)).times(Math.sqrt(2 / Math.PI));
                    return x.times(inner.times(2).sigmoid()).times(in.get(1));
                },
                new long[] {5, 8},
                new long[] {5, 8});
    }

    @Test
    void geglu_gates_by_the_share_of_a_normal_that_lies_below_the_gate() {
        try (var scope = Scope.plain()) {
            var gates = Primitives.geglu(
                    Tensors.of(new float[] {-1, 0, 1, 2}, 4), Tensors.full(1, DType.FLOAT32, 4), false);
            // x times the normal distribution function: 0.158655, 0.5, 0.841345, 0.977250
            Samples.assertClose(gates.floats(), new float[] {-0.158655f, 0, 0.841345f, 1.9545f}, 1e-5f);
        }
    }

    @Test
    void rotation_turns_each_pair_of_halves_by_its_angle() {
        var angles = Samples.normals(3, 4 * 3);
        Samples.assertTwins(
                in -> {
                    var angle = Tensors.of(angles, 4, 1, 3);
                    var both = Tensors.concat(List.of(angle, angle), -1);
                    return Primitives.rotate(in.get(0), both.cos(), both.sin());
                },
                in -> {
                    var angle = Tensors.of(angles, 4, 1, 3);
                    var low = in.get(0).slice(-1, 0, 3);
                    var high = in.get(0).slice(-1, 3, 6);
                    return Tensors.concat(
                            List.of(
                                    low.times(angle.cos()).minus(high.times(angle.sin())),
                                    high.times(angle.cos()).plus(low.times(angle.sin()))),
                            -1);
                },
                new long[] {4, 2, 6});
    }

    @Test
    void singular_values_are_those_the_matrix_was_built_from() {
        try (var scope = Scope.plain()) {
            var diagonal = Tensors.of(new float[] {2, 0, 0, 0, 7, 0, 0, 0, 0.5f, 0, 0, 0}, 4, 3);
            var matrix = reflection(1, 4).matmul(diagonal).matmul(reflection(2, 3));
            Samples.assertClose(Primitives.singularValues(matrix).floats(), new float[] {7, 2, 0.5f}, 1e-5f);
        }
    }

    @ParameterizedTest
    @ValueSource(floats = {0.5f, 1e-3f})
    void squared_singular_values_are_as_exact_where_some_are_next_to_nothing(float least) {
        try (var scope = Scope.plain()) {
            var diagonal = Tensors.of(new float[] {2, 0, 0, 0, 7, 0, 0, 0, least, 0, 0, 0}, 4, 3);
            var tall = reflection(1, 4).matmul(diagonal).matmul(reflection(2, 3));

            for (var matrix : List.of(tall, tall.transpose(0, 1))) {
                var values = Primitives.squaredSingularValues(matrix).doubles();
                assertThat(values[0]).isCloseTo(least * least, Percentage.withPercentage(1));
                assertThat(values[1]).isCloseTo(4, within(1e-5));
                assertThat(values[2]).isCloseTo(49, within(1e-4));
            }
        }
    }

    @Test
    void clipping_scales_all_gradients_to_the_joint_norm() {
        try (var scope = Scope.plain()) {
            var gradients = List.of(Tensors.of(new float[] {3, 0}, 2), Tensors.of(new float[] {0, -4, 12}, 3, 1));
            assertThat(Primitives.clipByNorm(gradients, 6.5)).isCloseTo(13, within(1e-6));
            Samples.assertClose(gradients.get(0).floats(), new float[] {1.5f, 0}, 1e-6f);
            Samples.assertClose(gradients.get(1).floats(), new float[] {0, -2, 6}, 1e-6f);
        }
    }

    @Test
    void clipping_leaves_gradients_within_the_limit_as_they_are() {
        try (var scope = Scope.plain()) {
            var gradients = List.of(Tensors.of(new float[] {0.3f, -0.4f}, 2));
            assertThat(Primitives.clipByNorm(gradients, 1)).isCloseTo(0.5, within(1e-6));
            assertThat(gradients.get(0).floats()).containsExactly(0.3f, -0.4f);
        }
    }

    @Test
    void dropout_drops_its_share_and_keeps_the_mean() {
        Torch.seed(1);
        try (var scope = Scope.recording()) {
            var x = Tensors.full(1, DType.FLOAT32, 100_000).requireGradient();
            var y = Primitives.dropout(x, 0.25);
            y.sum().backward();
            assertThat(y.mean().item()).isCloseTo(1, within(0.01));
            assertThat(y.greaterThan(0).to(DType.FLOAT32).mean().item()).isCloseTo(0.75, within(0.005));
            assertThat(x.gradient().floats()).isEqualTo(y.floats()); // 0 or 1 / (1 - rate)
        }
    }

    @Test
    void dropout_repeats_itself_from_the_same_seed_only() {
        try (var scope = Scope.plain()) {
            var x = Tensors.full(1, DType.FLOAT32, 1_000);
            assertThat(dropped(x, 5)).isEqualTo(dropped(x, 5)).isNotEqualTo(dropped(x, 6));
            assertThat(Primitives.dropout(x, 0).floats()).isEqualTo(x.floats());
        }
    }

    @Test
    void a_value_with_slopes_passes_them_to_what_it_came_from() {
        Samples.assertTwins(
                in -> {
                    var value = in.get(0).square().sum(-1).detached();
                    return Primitives.withSlopes(value, in.get(0).times(2).detached(), in.get(0));
                },
                in -> in.get(0).square().sum(-1),
                new long[] {5, 3});
    }

    @Test
    void primitives_that_would_go_wrong_silently_refuse() {
        try (var scope = Scope.plain()) {
            var q = Samples.normal(1, 4, 2, 3);
            var rule = AttentionRule.plain(3);
            assertThatThrownBy(() -> Primitives.packedAttention(q, q, q, new long[] {1, 1, 1}, rule))
                    .hasMessage("rows [1, 1, 1] do not divide 4 positions into prompts, firsts and seconds");
            assertThatThrownBy(() -> Primitives.packedAttention(q, q, q, new long[] {4}, rule))
                    .isInstanceOf(IllegalArgumentException.class);
            var buffers = List.of(Tensors.zeros(DType.FLOAT32, 2, 5, 3));
            assertThatThrownBy(() ->
                            Primitives.cachedAttention(q, q, q, buffers, buffers, new long[] {0}, new long[] {3}, rule))
                    .hasMessage("fresh positions [3] do not add up to the 4 there are");
            assertThatThrownBy(() ->
                            Primitives.cachedAttention(q, q, q, buffers, buffers, new long[] {2}, new long[] {4}, rule))
                    .hasMessage("2 positions and 4 more do not fit a buffer of 5");
            var hidden = Samples.normal(1, 2, 3);
            assertThatThrownBy(() -> Primitives.tokenLogProbs(hidden, hidden, Tensors.of(0, 1), 0, false, 0))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("chunk");
        }
    }

    private static float[] dropped(Tensor x, long seed) {
        Torch.seed(seed);
        return Primitives.dropout(x, 0.5).floats();
    }

    /** An orthogonal matrix [size, size]: I - 2 v v' / v'v. */
    private static Tensor reflection(long seed, int size) {
        var identity = new float[size * size];
        for (int i = 0; i < size; i++) {
            identity[i * size + i] = 1;
        }
        var v = Samples.normal(seed, size, 1);
        return Tensors.of(identity, size, size)
                .minus(v.matmul(v.transpose(0, 1)).times(2).over(v.square().sum()));
    }
}
