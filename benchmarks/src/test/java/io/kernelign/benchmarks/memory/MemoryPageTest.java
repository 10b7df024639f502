package io.kernelign.benchmarks.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.kernelign.benchmarks.Figure;
import io.kernelign.benchmarks.Report;
import io.kernelign.torch.Allocator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MemoryPageTest {

    @TempDir
    private Path root;

    private static MemoryPoint point(String setting, Allocator allocator, double estimated, double taken) {
        var reading = new MemoryReading(Math.round(estimated * 1e9), Math.round(taken * 1e9));
        return new MemoryPoint(MemorySetting.named(setting), allocator, reading);
    }

    @Test
    void every_training_stands_in_the_table_and_the_worst_is_judged_whichever_side_it_is_on() throws IOException {
        var page = new MemoryPage(
                "some-model",
                List.of(
                        point("float32", Allocator.JEMALLOC, 4.5, 4),
                        point("full.checkpointing", Allocator.C_LIBRARY, 3, 4)));

        page.report().write(root);

        assertThat(Report.folder(root).resolve("memory.md"))
                .content()
                .contains("| `float32` | 512 | jemalloc | 4.50 | 4.00 | +12.5 % |")
                .contains("| `full.checkpointing` | 512 | C library's | 3.00 | 4.00 | -25.0 % |");
        assertThat(page.figures()).extracting(Figure::value).containsExactly(25.0, 18.75);
        assertThat(page.figures()).noneMatch(Figure::met);
    }
}
