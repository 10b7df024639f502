package io.kernelign.benchmarks.endurance;

import io.kernelign.benchmarks.Figure;
import io.kernelign.benchmarks.Report;
import io.kernelign.benchmarks.plot.Axis;
import io.kernelign.benchmarks.plot.LinePlot;
import io.kernelign.benchmarks.plot.Series;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

/** What the long run says, for people and for programs. */
record LongPage(String model, int pairs, int maxLength, Resident steps, Resident jobs) {

    private static final double GOAL = 1.05;
    private static final String AGAINST = "after warm-up";

    void write(Path root) throws IOException {
        new Report("long", text(), figures()).write(root);
        Files.writeString(Report.folder(root).resolve("long.svg"), plot());
    }

    List<Figure> figures() {
        return List.of(
                Figure.lower("rss_growth.steps", steps.growth(), "times", AGAINST, GOAL),
                Figure.lower("rss_growth.jobs", jobs.growth(), "times", AGAINST, GOAL));
    }

    private String text() {
        return String.format(
                Locale.ROOT,
                """
                One process, %s, %d pairs of at most %d tokens: first one training of %,d steps (kernel `hmk`, divergence
                `kl`, an adapter on every layer, checkpoints and evaluations as usual), then %d whole jobs one after
                another. A job opens the model, tokenizes the pairs, loads the weights, trains %d steps, writes its adapter
                or its model and frees everything; the jobs take turns between %d kinds: plain DPO, bfloat16, top layers
                over a kept trunk, gradient checkpointing, and full fine-tuning.

                Resident memory is what the kernel says (`VmRSS`), the Java heap and all files that are mapped included,
                read every %d steps and after every job, and no collection is asked for. Growth is the median of the last
                tenth of the readings over the median of the first tenth behind the first fifth, in which the virtual
                machine warms up.

                | | after warm-up, MB | at the end, MB |
                | --- | --- | --- |
                | steps | %.1f | %.1f |
                | jobs | %.1f | %.1f |

                ![Resident memory over the run](long.svg)
                """,
                model,
                pairs,
                maxLength,
                steps.bytes().size() * LongBenchmark.EVERY,
                jobs.bytes().size(),
                LongBenchmark.JOB_STEPS,
                JobKind.ALL.size(),
                LongBenchmark.EVERY,
                steps.warm() / 1e6,
                steps.last() / 1e6,
                jobs.warm() / 1e6,
                jobs.last() / 1e6);
    }

    private String plot() {
        var series = List.of(
                Series.counted("every " + LongBenchmark.EVERY + " steps", steps.megabytes()),
                Series.counted("after every job", jobs.megabytes()));
        double most = series.stream()
                .flatMapToDouble(line -> DoubleStream.of(line.y()))
                .max()
                .orElseThrow();
        int readings = Math.max(steps.bytes().size(), jobs.bytes().size());
        return new LinePlot(
                        "Resident memory of one process",
                        new Axis("reading", 0, readings),
                        new Axis("MB", 0, 1.1 * most),
                        series)
                .svg();
    }
}
