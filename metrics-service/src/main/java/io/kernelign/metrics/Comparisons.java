package io.kernelign.metrics;

import io.kernelign.contracts.Comparison;
import io.kernelign.contracts.Comparison.Figure;
import io.kernelign.contracts.Comparison.Figures;
import io.kernelign.contracts.SeriesPoint;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts runs side by side. */
@Service
@Transactional(readOnly = true)
class Comparisons {

    private static final int FEWEST_POINTS = 2;

    private final Runs runs;
    private final Curves curves;

    Comparisons(Runs runs, Curves curves) {
        this.runs = runs;
        this.curves = curves;
    }

    /** @param maxPoints about how many steps are shown: every curve gives its share of them */
    Comparison of(List<RunKey> keys, List<MetricName> metrics, int maxPoints) {
        var found = keys.stream().map(key -> runs.find(key).compared()).toList();
        int share = Math.max(FEWEST_POINTS, maxPoints / keys.size());
        return new Comparison(
                found,
                metrics.stream().map(metric -> metric(keys, metric, share)).toList());
    }

    private Comparison.Metric metric(List<RunKey> keys, MetricName metric, int share) {
        var all = keys.stream().map(key -> curves.find(key, metric)).toList();
        var steps = all.stream()
                .flatMap(Optional::stream)
                .flatMap(curve -> curves.points(curve, share).stream())
                .map(SeriesPoint::step)
                .distinct()
                .sorted()
                .toList();
        return new Comparison.Metric(
                metric.split(),
                metric.name(),
                all.stream().map(curve -> figures(curve, all.get(0))).toList(),
                steps,
                all.stream().map(curve -> curves.values(curve, steps)).toList());
    }

    private static Figures figures(Optional<Curve> curve, Optional<Curve> first) {
        return new Figures(
                figure(curve, first, Curve::last),
                figure(curve, first, Curve::least),
                figure(curve, first, Curve::most));
    }

    private static Figure figure(Optional<Curve> curve, Optional<Curve> first, Function<Curve, Double> of) {
        var value = curve.map(of);
        var difference =
                value.flatMap(own -> first.map(of).map(other -> own - other)).filter(Double::isFinite);
        return new Figure(value.orElse(null), difference.orElse(null));
    }
}
