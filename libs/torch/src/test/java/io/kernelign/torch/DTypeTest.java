package io.kernelign.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.types.DataType;
import java.lang.reflect.Executable;
import java.lang.reflect.Modifier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DTypeTest {

    @Test
    void half_precision_cannot_be_asked_for() {
        assertThat(DType.values()).containsExactly(DType.FLOAT32, DType.FLOAT64, DType.INT64, DType.BOOL);
        assertThatThrownBy(() -> DType.of(DataType.BFLOAT16)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> DType.of(DataType.FLOAT16)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void no_public_signature_speaks_of_djl() {
        assertThat(Stream.of(
                                Tensor.class,
                                Tensors.class,
                                Scope.class,
                                DType.class,
                                Device.class,
                                Devices.class,
                                Primitives.class,
                                AdamW.class,
                                Torch.class)
                        .flatMap(type -> Stream.<Executable>concat(
                                Stream.of(type.getDeclaredMethods()), Stream.of(type.getDeclaredConstructors())))
                        .filter(member -> Modifier.isPublic(member.getModifiers()))
                        .map(Executable::toGenericString))
                .isNotEmpty()
                .noneMatch(signature -> signature.contains("ai.djl"));
    }
}
