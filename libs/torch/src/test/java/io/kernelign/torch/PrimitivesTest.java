package io.kernelign.torch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrimitivesTest {
    @Test
    void smoke() {
        try (var scope = Scope.recording()) {
            var x = Tensors.of(new float[] {1, 2, 3}, 3).requireGradient();
            var y = x.times(2).plus(1).square().expm1().sum();
            y.backward();
            assertThat(x.gradient().floats()).hasSize(3);
            System.out.println(java.util.Arrays.toString(x.gradient().floats()));
        }
    }
}
