package io.kernelign.objective.divergence;

import io.kernelign.objective.divergence.generator.Generators;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Configurations of single divergences: every name, every generator, and corners of their parameters. */
final class Samples {

    private Samples() {}

    /** What looks at the whole vocabulary. */
    static Stream<Map<String, Object>> overVocabulary() {
        var plain = Stream.of("kl", "forward_kl", "jensen_shannon", "hellinger", "renyi", "bhattacharyya")
                .map(name -> Map.<String, Object>of("name", name));
        var orders = Stream.of(0.1, 0.5, 0.9, 1.0005, 2.0, 10.0)
                .map(order -> Map.<String, Object>of("name", "renyi", "order", order));
        var generators = Generators.ALL.declarations().stream()
                .map(declaration -> Map.<String, Object>of("name", "f", "generator", declaration.name()));
        var alphas = Stream.of(-2.0, -0.5, 0.2, 0.9, 1.5, 3.0)
                .map(order ->
                        Map.<String, Object>of("name", "f", "generator", Map.of("name", "alpha", "order", order)));
        return Stream.of(plain, orders, generators, alphas).flatMap(options -> options);
    }

    /** Those, and optimal transport run to convergence. */
    static Stream<Map<String, Object>> all() {
        return Stream.concat(
                overVocabulary(),
                Stream.of(Map.<String, Object>of(
                        "name", "wasserstein", "epsilon", 0.5, "tolerance", 1e-12, "maxIterations", 10_000)));
    }

    static SingleDivergence read(Map<String, Object> options) {
        return SingleDivergences.ALL.read(options);
    }

    /** The most that a divergence can be. */
    static double bound(Map<String, Object> options) {
        double logTwo = Math.log(2);
        var bounds = Map.of(
                "jensen_shannon", logTwo,
                "hellinger", 1.0,
                "total_variation", 1.0,
                "squared_hellinger", 1.0,
                "le_cam", 1.0,
                "wasserstein", 2.0);
        var names = List.of(String.valueOf(options.get("generator")), String.valueOf(options.get("name")));
        return names.stream()
                .filter(bounds::containsKey)
                .mapToDouble(bounds::get)
                .findFirst()
                .orElse(Double.MAX_VALUE);
    }
}
