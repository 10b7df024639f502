package io.kernelign.benchmarks.precision;

import io.kernelign.benchmarks.Figure;
import io.kernelign.benchmarks.Report;
import io.kernelign.benchmarks.plot.Axis;
import io.kernelign.benchmarks.plot.LinePlot;
import io.kernelign.benchmarks.plot.Series;
import io.kernelign.lm.decoder.Precision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

/** What both trainings say, for people and for programs. */
record PrecisionPage(PrecisionRun run, int maxLength, Course wide, Course narrow) {

    private static final String AGAINST = "float32";
    private static final double MOST_POINTS = 2;
    private static final double MOST_PERCENT = 2;
    private static final int FEW = 10;

    void write(Path root) throws IOException {
        new Report("precision", text(), figures()).write(root);
        Files.writeString(Report.folder(root).resolve("precision.svg"), plot());
    }

    List<Figure> figures() {
        double points = 100 * Math.abs(narrow.accuracy() - wide.accuracy());
        double percent = 100 * narrow.distance(wide);
        return List.of(
                Figure.lower("accuracy_difference.bf16", points, "points", AGAINST, MOST_POINTS),
                Figure.lower("loss_difference.bf16", percent, "%", AGAINST, MOST_PERCENT));
    }

    private String text() {
        return String.format(
                Locale.ROOT,
                """
                %d steps of DPO (beta %.1f, learning rate %.0e, LoRA rank %d on all projections) on %s, %d pairs a step,
                each pair of at most %d tokens in a forward pass of its own; the same start, pairs and order in both. In
                bfloat16 are %s, for policy and reference alike.

                Accuracy is the share of %d held-out pairs, none of them trained on, whose implicit reward margin is
                positive at the end: one pair is %.2f points. A loss is smoothed by the mean over the %d steps around it;
                the difference of two courses is the mean over the steps of how far the smoothed losses are apart, over
                float32's mean loss.

                | | held-out accuracy | mean loss of the first %d steps | of the last %d |
                | --- | --- | --- | --- |
                | float32 | %s |
                | bfloat16 | %s |

                ![Smoothed losses of both](precision.svg)
                """,
                run.steps(),
                PrecisionRun.BETA,
                PrecisionRun.LEARNING_RATE,
                PrecisionRun.RANK,
                run.model().path().getFileName(),
                PrecisionRun.PAIRS_PER_STEP,
                maxLength,
                Precision.ofBfloat16() == Precision.BFLOAT16
                        ? "the products with the frozen weights and what enters them"
                        : "the frozen weights; this processor multiplies faster in float32, and does",
                run.heldOut().size(),
                100.0 / run.heldOut().size(),
                2 * Course.REACH + 1,
                FEW,
                FEW,
                row(wide),
                row(narrow));
    }

    private static String row(Course course) {
        return String.format(Locale.ROOT, "%.4f | %.4f | %.4f", course.accuracy(), course.first(FEW), course.last(FEW));
    }

    private String plot() {
        var lines = List.of(Series.counted("float32", wide.smoothed()), Series.counted("bfloat16", narrow.smoothed()));
        var losses = lines.stream()
                .flatMapToDouble(line -> DoubleStream.of(line.y()))
                .toArray();
        return new LinePlot(
                        "The same training in two types",
                        new Axis("optimiser step", 0, run.steps()),
                        Axis.around("loss, smoothed", losses),
                        lines)
                .svg();
    }
}
