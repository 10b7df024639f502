package io.kernelign.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ScriptTest {

    @Test
    void primitives_survive_collections_and_finalizers() {
        for (int i = 0; i < 20; i++) {
            try (var scope = Scope.recording()) {
                var x = Tensors.scalar(0.5).requireGradient();
                var y = x.expm1();
                GarbageCollector.passOver();
                y.backward();
                assertThat(x.gradient().item()).isEqualTo((float) Math.exp(0.5));
            }
        }
    }

    @Test
    void an_argument_that_does_not_fit_is_a_java_exception() {
        try (var scope = Scope.plain()) {
            var x = Tensors.of(new float[6], 2, 3);
            var weight = Tensors.of(new float[8], 2, 4);
            assertThatThrownBy(() -> Primitives.linear(x, weight)).hasMessageContaining("cannot be multiplied");
        }
    }
}
