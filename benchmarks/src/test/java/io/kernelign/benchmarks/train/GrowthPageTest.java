package io.kernelign.benchmarks.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.kernelign.benchmarks.Measured;
import io.kernelign.benchmarks.Report;
import io.kernelign.training.Dtype;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GrowthPageTest {

    @TempDir
    private Path root;

    @Test
    void every_point_stands_in_the_table_the_figures_and_the_plots() throws IOException {
        var lengths = List.of(point("256", 256, 1), point("4096", 4096, 30));
        var sizes = List.of(point("whole", 134.5, 2), point("half", 81.4, 1.1));

        new GrowthPage("some-model", new Conditions(), 512, lengths, sizes).write(root);

        var folder = Report.folder(root);
        assertThat(folder.resolve("train-growth.md"))
                .content()
                .contains("| 4096 | 30.00 | 3.00 GB | 15.00 | 2.00 GB |", "| half, 81.4 M parameters | 1.10 |");
        assertThat(folder.resolve("train.json"))
                .content()
                .contains("growth.length.256.float32.seconds", "growth.size.half.bf16.memory");
        for (var plot : List.of("lengths-time", "lengths-memory", "sizes-time", "sizes-memory")) {
            assertThat(folder.resolve("train-growth-" + plot + ".svg"))
                    .content()
                    .contains("bfloat16");
        }
    }

    private static GrowthPoint point(String name, double at, double seconds) {
        return new GrowthPoint(
                name,
                at,
                Map.of(
                        Dtype.FLOAT32, new Measured(List.of(9.0, seconds), 1, 3_000_000_000L, 0.69),
                        Dtype.BFLOAT16, new Measured(List.of(9.0, seconds / 2), 1, 2_000_000_000L, 0.69)));
    }
}
