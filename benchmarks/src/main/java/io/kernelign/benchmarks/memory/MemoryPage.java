package io.kernelign.benchmarks.memory;

import io.kernelign.benchmarks.Figure;
import io.kernelign.benchmarks.Report;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/** Estimates beside what was taken, for people and for programs. */
record MemoryPage(String model, List<MemoryPoint> points) {

    private static final String AGAINST = "VmHWM";
    private static final double MOST_PERCENT = 15;
    private static final double MEAN_PERCENT = 10;

    Report report() {
        return new Report("memory", text(), figures());
    }

    List<Figure> figures() {
        return List.of(
                Figure.lower("memory_error.worst", errors().max().orElseThrow(), "%", AGAINST, MOST_PERCENT),
                Figure.lower("memory_error.mean", errors().average().orElseThrow(), "%", AGAINST, MEAN_PERCENT));
    }

    private DoubleStream errors() {
        return points.stream()
                .mapToDouble(point -> 100 * Math.abs(point.reading().error()));
    }

    private String text() {
        return """
                %s, each training in a process of its own (serial collector, heap of at most 1 GB), two steps on made-up
                pairs that fill a batch of 1,024 tokens, or on one longer pair. Estimated is what `dryRun` answers, before
                the weights are loaded; taken is the most that the kernel saw resident in the process (`VmHWM`), the Java
                machine and libtorch's code included. What the estimate consists of: [memory](../memory.md).

                Adapters have rank 16 on all seven projections; `checkpointing` computes layers again in backward, `top6`
                trains the last six layers alone, `kl` computes that divergence over the whole vocabulary, `full` trains
                all weights.

                | training | tokens of a pair | allocator | estimated, GB | taken, GB | difference |
                | --- | --- | --- | --- | --- | --- |
                %s
                """.formatted(model, points.stream().map(MemoryPage::row).collect(Collectors.joining("\n")));
    }

    private static String row(MemoryPoint point) {
        var reading = point.reading();
        return String.format(
                Locale.ROOT,
                "| `%s` | %d | %s | %.2f | %.2f | %+.1f %% |",
                point.setting().name(),
                point.setting().tokens(),
                switch (point.allocator()) {
                    case C_LIBRARY -> "C library's";
                    case JEMALLOC -> "jemalloc";
                },
                reading.estimated() / 1e9,
                reading.taken() / 1e9,
                100 * reading.error());
    }
}
