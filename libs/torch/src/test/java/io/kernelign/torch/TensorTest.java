package io.kernelign.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TensorTest {

    static Stream<Arguments> functions() {
        return Stream.of(
                function("plus", x -> x.plus(0.3), x -> x + 0.3),
                function("minus", x -> x.minus(0.3), x -> x - 0.3),
                function("times", x -> x.times(0.3), x -> x * 0.3),
                function("over", x -> x.over(0.3), x -> x / 0.3),
                function("power", x -> x.power(2.5), x -> Math.pow(x, 2.5)),
                function("negated", Tensor::negated, x -> -x),
                function("abs", Tensor::abs, Math::abs),
                function("square", Tensor::square, x -> x * x),
                function("sqrt", Tensor::sqrt, Math::sqrt),
                function("exp", Tensor::exp, Math::exp),
                function("expm1", Tensor::expm1, Math::expm1),
                function("log", Tensor::log, Math::log),
                function("log1p", Tensor::log1p, Math::log1p),
                function("sin", Tensor::sin, Math::sin),
                function("cos", Tensor::cos, Math::cos),
                function("tanh", Tensor::tanh, Math::tanh),
                function("sigmoid", Tensor::sigmoid, x -> 1 / (1 + Math.exp(-x))),
                function("logSigmoid", Tensor::logSigmoid, x -> -Math.log1p(Math.exp(-x))),
                function("atLeast", x -> x.atLeast(1), x -> Math.max(x, 1)),
                function("atMost", x -> x.atMost(1), x -> Math.min(x, 1)),
                function("choose", x -> x.lessThan(1).choose(x.square(), x.times(7)), x -> x < 1 ? x * x : 7 * x));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("functions")
    void a_function_and_its_derivative_are_those_of_calculus(
            String name, UnaryOperator<Tensor> function, DoubleUnaryOperator expected) {
        var points = new double[] {0.2, 0.9, 1.7, 3.1};
        try (var scope = Scope.recording()) {
            var x = Tensors.of(points, points.length).requireGradient();
            var y = function.apply(x);
            y.sum().backward();
            for (int i = 0; i < points.length; i++) {
                assertThat(y.doubles()[i]).isCloseTo(expected.applyAsDouble(points[i]), within(1e-7));
                var slope =
                        (expected.applyAsDouble(points[i] + 1e-5) - expected.applyAsDouble(points[i] - 1e-5)) / 2e-5;
                assertThat(x.gradient().doubles()[i]).isCloseTo(slope, within(1e-6));
            }
        }
    }

    @Test
    void functions_that_are_made_for_small_or_large_arguments_are_accurate_there() {
        try (var scope = Scope.plain()) {
            assertThat(Tensors.scalar(1e-9).expm1().item()).isCloseTo(1e-9, within(1e-15));
            assertThat(Tensors.scalar(1e-9).log1p().item()).isCloseTo(1e-9, within(1e-15));
            assertThat(Tensors.scalar(-200).logSigmoid().item()).isEqualTo(-200);
            var large = Tensors.of(new float[] {1000, 1000}, 2);
            assertThat(large.logSumExp(0).item()).isCloseTo(1000 + Math.log(2), within(1e-4));
        }
    }

    @Test
    void a_fractional_number_keeps_its_fraction_beside_whole_numbers() {
        try (var scope = Scope.plain()) {
            assertThat(Tensors.of(1, 2).times(0.5).floats()).containsExactly(0.5f, 1);
            assertThat(Tensors.of(1, 2).greaterThan(1.5).longs()).containsExactly(0, 1);
            assertThat(Tensors.of(1, 2).times(3).dtype()).isEqualTo(DType.INT64);
            assertThat(Tensors.of(1, 2).greaterThan(1).times(3).longs()).containsExactly(0, 3);
            assertThat(Tensors.of(new double[] {1}, 1).times(0.1).doubles()).containsExactly(0.1);
        }
    }

    @Test
    void reductions_and_indexing_take_the_elements_they_name() {
        try (var scope = Scope.plain()) {
            var matrix = Tensors.of(new float[] {1, 5, 3, 4, 2, 6}, 2, 3);
            assertThat(matrix.sum().item()).isEqualTo(21);
            assertThat(matrix.sum(0).floats()).containsExactly(5, 7, 9);
            assertThat(matrix.mean(-1).floats()).containsExactly(3, 4);
            assertThat(matrix.mean().item()).isEqualTo(3.5);
            assertThat(matrix.argMax(1).longs()).containsExactly(1, 2);
            assertThat(matrix.select(1, Tensors.of(2, 0)).floats()).containsExactly(3, 1, 6, 4);
            assertThat(matrix.pick(Tensors.of(1, 0)).floats()).containsExactly(5, 4);
            assertThat(matrix.indexAdd(Tensors.of(1, 1), matrix).floats()).containsExactly(1, 5, 3, 9, 9, 15);
            Samples.assertClose(matrix.softmax(0).sum(0).floats(), new float[] {1, 1, 1}, 1e-6f);
            Samples.assertClose(
                    matrix.softmax(-1).log().floats(), matrix.logSoftmax(-1).floats(), 1e-6f);
            assertThat(matrix.size(-1)).isEqualTo(3);
        }
    }

    @Test
    void only_one_number_is_an_item() {
        try (var scope = Scope.plain()) {
            var two = Tensors.of(1, 2);
            assertThatThrownBy(two::item).hasMessage("a tensor of shape (2) is not one number");
        }
    }

    @Test
    void gradients_add_up_until_they_are_cleared() {
        try (var scope = Scope.recording()) {
            var x = Tensors.of(new float[] {2, 3}, 2).requireGradient();
            x.clearGradient();
            assertThat(x.gradient().floats()).containsExactly(0, 0);
            x.square().sum().backward();
            x.square().sum().backward();
            assertThat(x.gradient().floats()).containsExactly(8, 12);
            x.clearGradient();
            x.times(5).sum().backward();
            assertThat(x.gradient().floats()).containsExactly(5, 5);
        }
    }

    @Test
    void a_detached_tensor_passes_no_gradient() {
        try (var scope = Scope.recording()) {
            var x = Tensors.scalar(3).requireGradient();
            x.times(x.detached()).backward();
            assertThat(x.gradient().item()).isEqualTo(3);
        }
    }

    @Test
    void parameters_are_written_in_place_and_unrecorded() {
        try (var scope = Scope.plain()) {
            var x = Tensors.of(new float[] {1, 2}, 2).requireGradient();
            x.assign(Tensors.of(new float[] {5, 6}, 2));
            x.accumulate(Tensors.of(new float[] {1, 1}, 2));
            assertThat(x.floats()).containsExactly(6, 7);
        }
    }

    private static Arguments function(String name, UnaryOperator<Tensor> tensor, DoubleUnaryOperator number) {
        return arguments(name, tensor, number);
    }

    @Test
    void the_largest_elements_of_a_row_are_found_and_gathered() {
        try (var scope = Scope.plain()) {
            var x = Tensors.of(new float[] {3, 9, 1, 7, 2, 8, 4, 6}, 2, 4);
            var largest = x.topK(2);
            assertThat(largest.shape()).containsExactly(2, 2);
            assertThat(largest.slice(0, 0, 1).longs()).containsExactlyInAnyOrder(1, 3);
            assertThat(largest.slice(0, 1, 2).longs()).containsExactlyInAnyOrder(1, 3);
            assertThat(x.gather(1, largest).sum(-1).floats()).containsExactly(16, 14);
            assertThat(x.times(0.1).tanh().floats()[0]).isCloseTo((float) Math.tanh(0.3), within(1e-6f));
        }
    }

    @Test
    void a_sum_of_elements_with_weights_is_differentiated() {
        try (var scope = Scope.recording()) {
            var leaf = Tensors.of(new float[] {1, 2, 3, 4, 5, 6}, 3, 2).requireGradient();
            var rows = leaf.select(0, Tensors.of(2, 0, 2));

            try (var plain = Scope.plain()) {
                rows.backward(Tensors.of(new float[] {1, 10, 2, 20, 4, 40}, 3, 2));
            }

            assertThat(leaf.gradient().floats()).containsExactly(2, 20, 0, 0, 5, 50);
        }
    }

    @Test
    void backward_reads_what_a_factor_was_refilled_with_and_refuses_what_was_assigned_to_it() {
        try (var scope = Scope.recording()) {
            var factor = Tensors.of(new float[] {2, 3}, 2);
            var x = Tensors.of(new float[] {5, 7}, 2).requireGradient();

            var product = x.times(factor).sum();
            factor.refill(Primitives.bfloat16(Tensors.of(new float[] {11, 13}, 2)));
            product.backward();
            assertThat(product.item()).isEqualTo(31);
            assertThat(x.gradient().floats()).containsExactly(11, 13);

            var refused = x.times(factor).sum();
            factor.assign(Tensors.of(new float[] {1, 1}, 2));
            assertThatThrownBy(refused::backward).hasMessageContaining("modified by an inplace operation");
        }
    }

    @Test
    void leaves_and_what_is_recorded_of_them_require_a_gradient_and_nothing_else_does() {
        try (var scope = Scope.recording()) {
            assertThat(Tensors.scalar(2).requiresGradient()).isFalse();
            var leaf = Tensors.scalar(2).requireGradient();
            assertThat(leaf.requiresGradient()).isTrue();
            assertThat(leaf.square().requiresGradient()).isTrue();
            assertThat(leaf.square().detached().requiresGradient()).isFalse();
            try (var plain = Scope.plain()) {
                assertThat(leaf.square().requiresGradient()).isFalse();
            }
        }
    }
}
