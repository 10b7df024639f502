package io.kernelign.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TensorsTest {

    private final Scope scope = Scope.plain();

    @AfterEach
    void close() {
        scope.close();
    }

    @Test
    void a_tensor_keeps_its_values_when_its_source_changed_and_was_collected() {
        var values = Samples.normals(1, 1 << 20);
        var expected = values.clone();
        var tensor = Tensors.of(values, values.length);
        Arrays.fill(values, Float.NaN);
        values = null;
        for (int i = 0; i < 8; i++) {
            GarbageCollector.passOver();
            Tensors.of(new float[1 << 20], 1 << 20).close(); // takes the memory that a freed buffer gave back
        }
        assertThat(tensor.floats()).isEqualTo(expected);
    }

    @Test
    void what_backward_needs_of_a_tensor_outlives_the_tensor() {
        try (var recording = Scope.recording()) {
            var parameter = Tensors.full(1, DType.FLOAT32, 1 << 20).requireGradient();
            var values = Samples.normals(2, 1 << 20);
            var input = Tensors.of(values, values.length);
            var loss = parameter.times(input).sum();
            input.close();
            for (int i = 0; i < 8; i++) {
                GarbageCollector.passOver();
                Tensors.of(new float[1 << 20], 1 << 20).close();
            }
            loss.backward();
            assertThat(parameter.gradient().floats()).isEqualTo(values);
        }
    }

    @Test
    void a_tensor_of_a_buffer_has_the_values_from_position_to_limit_and_keeps_them() {
        var buffer = ByteBuffer.allocateDirect(5 * Float.BYTES).order(ByteOrder.nativeOrder());
        buffer.asFloatBuffer().put(new float[] {1, 2, 3, 4, 5});
        buffer.position(Float.BYTES).limit(4 * Float.BYTES);
        var tensor = Tensors.of(buffer, 3);
        buffer.putFloat(Float.NaN);
        assertThat(tensor.floats()).containsExactly(2, 3, 4);
    }

    @Test
    void a_buffer_on_the_java_heap_is_refused() {
        assertThatThrownBy(() -> Tensors.of(ByteBuffer.allocate(4), 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("direct");
    }

    @Test
    void values_that_do_not_fill_the_shape_are_refused() {
        assertThatThrownBy(() -> Tensors.of(new float[5], 2, 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("5 values do not fill a tensor of shape (2, 3)");
        assertThatThrownBy(() -> Tensors.of(new double[7], 2, 3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Tensors.of(ByteBuffer.allocateDirect(10), 2))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void every_type_comes_back_as_it_went_in() {
        assertThat(Tensors.of(new float[] {1.5f, -2}, 2).floats()).containsExactly(1.5f, -2);
        assertThat(Tensors.of(new double[] {1e-300, 3}, 2, 1).doubles()).containsExactly(1e-300, 3);
        assertThat(Tensors.of(Long.MAX_VALUE, -1).longs()).containsExactly(Long.MAX_VALUE, -1);
        assertThat(Tensors.of(new float[0], 0, 4).floats()).isEmpty();
        assertThat(Tensors.scalar(2.5).item()).isEqualTo(2.5);
    }

    @Test
    void views_are_read_in_their_own_row_major_order() {
        var matrix = Tensors.of(new float[] {1, 2, 3, 4, 5, 6}, 2, 3);
        assertThat(matrix.transpose(0, 1).floats()).containsExactly(1, 4, 2, 5, 3, 6);
        assertThat(matrix.transpose(0, 1).doubles()).containsExactly(1, 4, 2, 5, 3, 6);
        assertThat(matrix.slice(1, 1, 3).floats()).containsExactly(2, 3, 5, 6);
        assertThat(matrix.slice(0, 1, 2).slice(1, 2, 3).item()).isEqualTo(6);
        assertThat(matrix.to(DType.INT64).transpose(0, 1).slice(0, 2, 3).longs())
                .containsExactly(3, 6);
        assertThat(matrix.transpose(0, 1).reshape(6).floats()).containsExactly(1, 4, 2, 5, 3, 6);
    }

    @Test
    void joining_follows_the_dimension() {
        var row = Tensors.of(new float[] {1, 2}, 1, 2);
        var other = row.times(10);
        assertThat(Tensors.concat(List.of(row, other), 1).floats()).containsExactly(1, 2, 10, 20);
        assertThat(Tensors.stack(List.of(row, other), 2).floats()).containsExactly(1, 10, 2, 20);
    }
}
