package io.kernelign.benchmarks.objective.study;

import io.kernelign.benchmarks.plot.Axis;
import io.kernelign.benchmarks.plot.IntervalPlot;
import io.kernelign.benchmarks.plot.LinePlot;
import io.kernelign.benchmarks.plot.Series;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** The plots of the study. */
final class StudyPlots {

    private StudyPlots() {}

    /** Accuracies of all candidates; conditions of one task differ in colour. */
    static String accuracies(String task, List<Condition> conditions) {
        var rows = rows(conditions, row -> true, Row::accuracy);
        return new IntervalPlot(task + ": share of the test pairs ranked rightly", new Axis("accuracy", 0, 1), rows)
                .svg();
    }

    /** Differences to plain DPO of the candidates in its formulation. */
    static String differences(String task, List<Condition> conditions) {
        var rows = rows(conditions, row -> row.isKernel() || row.isVariantOfDpo(), Row::difference);
        var ends = rows.stream()
                .flatMapToDouble(row -> DoubleStream.of(row.low(), row.high(), 0))
                .toArray();
        return new IntervalPlot(
                        task + ": accuracy beyond plain DPO's",
                        Axis.around("difference in accuracy, 95 % interval", ends),
                        rows)
                .svg();
    }

    private static List<IntervalPlot.Row> rows(
            List<Condition> conditions, Predicate<Row> which, Function<Row, Interval> figure) {
        return IntStream.range(0, conditions.size())
                .boxed()
                .flatMap(group -> conditions.get(group).rows().stream()
                        .filter(which)
                        .map(row -> plotted(row, group, figure.apply(row), conditions.get(group))))
                .toList();
    }

    private static IntervalPlot.Row plotted(Row row, int group, Interval interval, Condition condition) {
        var label = row.candidate() + (condition.flipped() == 0 ? "" : ", flipped");
        return new IntervalPlot.Row(label, group, interval.low(), interval.value(), interval.high());
    }

    /** Collapse indices of mixtures, step by step. */
    static String collapse(Trials trials) {
        var series = trials.outcomes().keySet().stream()
                .map(candidate -> Series.counted(candidate, trials.collapsePath(candidate)))
                .toList();
        int steps = series.get(0).x().length;
        return new LinePlot(
                        "Bandit: do the weights of a mixture collapse?",
                        new Axis("optimiser step", 0, steps),
                        new Axis("collapse index", 0, 1),
                        series)
                .svg();
    }
}
