package io.kernelign.trainer.evaluation;

import io.kernelign.contracts.BenchmarkComparison;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/** What benchmarks before and after a training say, by the names under which results are kept. */
public final class BenchmarkResults {

    private static final Map<String, ToDoubleFunction<BenchmarkComparison>> OF_ONE = new LinkedHashMap<>();

    static {
        OF_ONE.put("", BenchmarkComparison::after);
        OF_ONE.put(".before", BenchmarkComparison::before);
        OF_ONE.put(".difference", BenchmarkComparison::difference);
        OF_ONE.put(".difference.low", compared -> compared.interval().low());
        OF_ONE.put(".difference.high", compared -> compared.interval().high());
    }

    private BenchmarkResults() {}

    /** Name of a benchmark's own figure. */
    public static String figure(String benchmark) {
        return "benchmark." + benchmark;
    }

    /** The names of all that is said of a benchmark. */
    public static List<String> names(String benchmark) {
        return OF_ONE.keySet().stream()
                .map(figure -> figure(benchmark) + figure)
                .toList();
    }

    public static Map<String, Double> of(List<BenchmarkComparison> compared) {
        var results = new TreeMap<String, Double>();
        compared.forEach(comparison -> OF_ONE.forEach((name, figure) ->
                results.put(figure(comparison.benchmark()) + name, figure.applyAsDouble(comparison))));
        return results;
    }
}
