package io.kernelign.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** DJL keeps a scalar operand in a Java buffer that backward reads after it is gone. */
class NumbersInGradientsTest {

    private static final int RUNS = 50;

    @Test
    void numbers_in_recorded_arithmetic_survive_a_collector_that_runs_every_2_ms() throws InterruptedException {
        var expected = gradient(1);
        try (var collector = new GarbageCollector()) {
            assertThat(IntStream.range(0, RUNS).filter(run -> Arrays.equals(gradient(1), expected)))
                    .hasSize(RUNS);
        }
    }

    @Test
    void the_gradient_is_the_one_of_calculus() {
        var x = 0.7;
        // d/dx [((3x + 1) / 4 - 2)^3 + 5x]
        var expected = 3 * Math.pow((3 * x + 1) / 4 - 2, 2) * 3 / 4 + 5;
        for (var element : gradient((float) x)) {
            assertThat(element).isCloseTo((float) expected, within(1e-5f));
        }
    }

    private static float[] gradient(float at) {
        try (var scope = Scope.recording()) {
            var x = Tensors.full(at, DType.FLOAT32, 64).requireGradient();
            var y = x.times(3)
                    .plus(1)
                    .over(4)
                    .minus(2)
                    .power(3)
                    .plus(x.times(5))
                    .sum();
            GarbageCollector.passOver();
            for (int i = 0; i < 100; i++) {
                Tensors.full(i, DType.FLOAT32); // writes over memory that was freed too early
            }
            y.backward();
            return x.gradient().floats();
        }
    }
}
