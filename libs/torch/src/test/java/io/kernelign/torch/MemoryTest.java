package io.kernelign.torch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class MemoryTest {

    private static final long MEBI = 1 << 20;

    @Test
    void live_tensors_stay_level_over_500_steps_and_none_is_left() {
        var before = Torch.liveTensors();
        var alive = new ArrayList<Integer>();
        SmallTraining.run(5, 500, 0, step -> alive.add(Torch.liveTensors()));
        assertThat(alive).hasSize(500).containsOnly(alive.get(0));
        assertThat(alive.get(0)).isLessThan(before + 30);
        assertThat(Torch.liveTensors()).isEqualTo(before);
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "reads resident memory from /proc")
    void what_a_step_recorded_is_freed_with_it_and_parameters_gather_nothing() throws IOException {
        try (var job = Scope.plain()) {
            var parameter = Tensors.full(0.5, DType.FLOAT32, MEBI).requireGradient();
            long settled = 0;
            for (int step = 0; step < 60; step++) {
                if (step == 10) {
                    settled = residentBytes();
                }
                try (var scope = Scope.recording()) {
                    parameter.times(1.5).exp().square().mean().backward(); // 12 MiB of results
                    parameter.clearGradient();
                }
            }
            assertThat(residentBytes() - settled).isLessThan(64 * MEBI);
        }
    }

    @Test
    @Tag("cpu")
    @EnabledOnOs(value = OS.LINUX, disabledReason = "only glibc keeps freed memory, and /proc shows it")
    void freed_memory_goes_back_to_the_system_when_asked() throws IOException {
        List<Tensor> tensors = new ArrayList<>();
        try (var scope = Scope.plain()) {
            for (int i = 0; i < 4_000; i++) { // of 64 KiB, which glibc does not map one by one
                tensors.add(Tensors.full(i, DType.FLOAT32, 1 << 14));
            }
            var last = Tensors.scalar(0).retain(); // keeps the top of the heap from shrinking by itself
            tensors.forEach(Tensor::close);
            var held = residentBytes();
            Torch.releaseFreeMemory();
            assertThat(held - residentBytes()).isGreaterThan(200 * MEBI);
            last.close();
        }
    }

    private static long residentBytes() throws IOException {
        try (var lines = Files.lines(Path.of("/proc/self/status"))) {
            var line = lines.filter(l -> l.startsWith("VmRSS:")).findFirst().orElseThrow();
            return Long.parseLong(line.replaceAll("\\D", "")) << 10;
        }
    }
}
