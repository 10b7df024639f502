package io.kernelign.training.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.kernelign.torch.DType;
import io.kernelign.torch.Scope;
import io.kernelign.torch.Tensors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(value = OS.LINUX, disabledReason = "what is resident is read from /proc")
class ProcessMemoryTest {

    private static final long TENSOR = 256L << 20;

    @Test
    void it_counts_the_libraries_that_are_resident_and_no_tensor() {
        long before = ProcessMemory.bytes();
        assertThat(before).isGreaterThan(SystemFiles.HERE.ofProcess("RssFile").orElseThrow());
        try (var scope = Scope.plain()) {
            var tensor = Tensors.full(1, DType.FLOAT32, TENSOR / Float.BYTES);
            assertThat(tensor.elements()).isEqualTo(TENSOR / Float.BYTES);
            assertThat(ProcessMemory.bytes()).isLessThan(before + TENSOR / 2);
        }
    }
}
