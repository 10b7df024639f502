package io.kernelign.benchmarks.train;

import io.kernelign.benchmarks.Figure;
import io.kernelign.benchmarks.Report;
import io.kernelign.benchmarks.plot.Axis;
import io.kernelign.benchmarks.plot.LinePlot;
import io.kernelign.benchmarks.plot.Series;
import io.kernelign.input.Types;
import io.kernelign.training.Dtype;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What growth says, for people and for programs. */
record GrowthPage(
        String model, Conditions conditions, int sizesLength, List<GrowthPoint> lengths, List<GrowthPoint> sizes) {

    private interface Measure {
        double of(GrowthPoint point, Dtype dtype);
    }

    void write(Path root) throws IOException {
        new Report("train", Optional.of("growth"), text(), figures()).write(root);
        plot(root, "lengths", "tokens of the pair", lengths);
        plot(root, "sizes", "millions of parameters", sizes);
    }

    private List<Figure> figures() {
        var figures = new ArrayList<Figure>();
        lengths.forEach(point -> figures.addAll(figures("growth.length.", point)));
        sizes.forEach(point -> figures.addAll(figures("growth.size.", point)));
        return figures;
    }

    private static List<Figure> figures(String prefix, GrowthPoint point) {
        var figures = new ArrayList<Figure>();
        for (var dtype : Setting.TYPES) {
            var name = prefix + point.name() + "." + Setting.shortName(dtype);
            figures.add(Figure.told(name + ".seconds", point.seconds(dtype), "s a step"));
            figures.add(Figure.told(name + ".memory", point.gigabytes(dtype), "GB"));
        }
        return figures;
    }

    private static void plot(Path root, String name, String axis, List<GrowthPoint> points) throws IOException {
        plot(root, name + "-time", axis, "seconds of a step", points, GrowthPoint::seconds);
        plot(root, name + "-memory", axis, "peak memory, GB", points, GrowthPoint::gigabytes);
    }

    private static void plot(Path root, String name, String x, String y, List<GrowthPoint> points, Measure measure)
            throws IOException {
        var sorted = points.stream()
                .sorted(Comparator.comparingDouble(GrowthPoint::at))
                .toList();
        var at = sorted.stream().mapToDouble(GrowthPoint::at).toArray();
        var series = Setting.TYPES.stream()
                .map(dtype -> new Series(
                        Types.nameOf(dtype),
                        at,
                        sorted.stream()
                                .mapToDouble(point -> measure.of(point, dtype))
                                .toArray()))
                .toList();
        var plot = new LinePlot(
                "One step on one pair", upTo(x, at), upTo(y, series.get(0).y()), series);
        Files.writeString(Report.folder(root).resolve("train-growth-" + name + ".svg"), plot.svg());
    }

    /** From zero to a little above the largest, which float32 has. */
    private static Axis upTo(String label, double[] values) {
        return new Axis(label, 0, 1.05 * Arrays.stream(values).max().orElseThrow());
    }

    private String text() {
        return String.format(
                Locale.ROOT,
                """
                The step on one pair of made-up tokens, half of them prompt and a quarter each response: DPO with LoRA rank %d
                on all seven projections of %s, all activations kept, each point in a process of its own. Seconds are those
                of a step behind the first, which alone computes the reference; memory is the most that the process ever held,
                weights and Java included.

                ## With the pair's length

                %s

                ![Seconds of a step by length](train-growth-lengths-time.svg)

                ![Peak memory by length](train-growth-lengths-memory.svg)

                ## With the model's size

                A pair of %d tokens; random weights. `quarter` and `half` are the model with that share of its layers;
                35M, 135M and 360M are its family in the proportions of SmolLM2.

                %s

                ![Seconds of a step by size](train-growth-sizes-time.svg)

                ![Peak memory by size](train-growth-sizes-memory.svg)
                """,
                conditions.rank,
                model,
                table("tokens", lengths, GrowthPoint::name),
                sizesLength,
                table(
                        "model",
                        sizes,
                        point -> String.format(Locale.ROOT, "%s, %.1f M parameters", point.name(), point.at())));
    }

    private static String table(String head, List<GrowthPoint> points, Function<GrowthPoint, String> name) {
        return "| " + head + " | float32, s a step | peak memory | bfloat16, s a step | peak memory |\n"
                + "| --- | --- | --- | --- | --- |\n"
                + points.stream().map(point -> row(name.apply(point), point)).collect(Collectors.joining("\n"));
    }

    private static String row(String name, GrowthPoint point) {
        return Setting.TYPES.stream()
                .map(dtype ->
                        String.format(Locale.ROOT, " %.2f | %.2f GB |", point.seconds(dtype), point.gigabytes(dtype)))
                .collect(Collectors.joining("", "| " + name + " |", ""));
    }
}
