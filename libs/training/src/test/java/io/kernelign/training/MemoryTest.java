package io.kernelign.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(value = OS.LINUX, disabledReason = "resident memory is read from /proc")
class MemoryTest {

    @TempDir
    Path folder;

    @Test
    void once_the_jvm_is_warm_memory_is_flat_within_5_percent_over_500_steps() throws Exception {
        // The whole heap is touched at the start, so that what grows later is not the heap.
        var process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-Xms96m",
                        "-Xmx96m",
                        "-XX:+AlwaysPreTouch",
                        "-cp",
                        System.getProperty("java.class.path"),
                        MemoryProbe.class.getName(),
                        folder.toString()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();

        var lines = output.lines().map(line -> line.split(" ")).toList();
        var kilobytes = lines.stream().map(line -> Long.parseLong(line[0])).toList();
        var tensors = Arrays.stream(
                lines.stream().mapToInt(line -> Integer.parseInt(line[1])).toArray());
        assertThat(lines).hasSize(MemoryProbe.STEPS / MemoryProbe.EVERY);
        assertThat(tensors.distinct().count()).isEqualTo(1);
        int warm = 500 / MemoryProbe.EVERY;
        int later = 1000 / MemoryProbe.EVERY;
        double before = Collections.min(kilobytes.subList(warm, warm + 4));
        double after = Collections.min(kilobytes.subList(later, later + 4));
        assertThat(after).as("kilobytes at steps 50, 100, ...: %s", kilobytes).isLessThan(1.05 * before);
    }
}
