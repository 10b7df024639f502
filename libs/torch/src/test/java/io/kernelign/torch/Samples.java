package io.kernelign.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.LongStream;

/** Seeded inputs, and the comparison of a primitive with its twin of plain tensor operations. */
final class Samples {

    private Samples() {}

    static float[] normals(long seed, int count) {
        var random = new Random(seed);
        var values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }

    static Tensor normal(long seed, long... shape) {
        return Tensors.of(normals(seed, (int) LongStream.of(shape).reduce(1, (a, b) -> a * b)), shape);
    }

    /** Both agree in their values and in the gradients of a weighted sum of them with respect to every input. */
    static void assertTwins(
            Function<List<Tensor>, Tensor> primitive, Function<List<Tensor>, Tensor> twin, long[]... shapes) {
        var got = valueAndGradients(primitive, shapes);
        var expected = valueAndGradients(twin, shapes);
        assertThat(got).hasSameSizeAs(expected);
        for (int i = 0; i < got.size(); i++) {
            assertThat(got.get(i))
                    .as(i == 0 ? "values" : "gradient of input " + (i - 1))
                    .hasSameSizeAs(expected.get(i));
            assertClose(got.get(i), expected.get(i), 2e-5f);
        }
    }

    static void assertClose(float[] got, float[] expected, float tolerance) {
        assertThat(got).hasSameSizeAs(expected);
        for (int i = 0; i < got.length; i++) {
            assertThat(got[i]).as("element " + i).isCloseTo(expected[i], within(tolerance));
        }
    }

    private static List<float[]> valueAndGradients(Function<List<Tensor>, Tensor> function, long[]... shapes) {
        try (var scope = Scope.recording()) {
            var inputs = new ArrayList<Tensor>();
            for (var shape : shapes) {
                inputs.add(normal(inputs.size() + 1, shape).requireGradient());
            }
            var value = function.apply(inputs);
            value.times(normal(99, value.shape())).sum().backward();
            var results = new ArrayList<float[]>();
            results.add(value.floats());
            inputs.forEach(input -> results.add(input.gradient().floats()));
            return results;
        }
    }
}
