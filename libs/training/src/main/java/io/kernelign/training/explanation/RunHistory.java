package io.kernelign.training.explanation;

import java.util.Collections;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What was measured of a training that has ended, by the names of the results; values that were not finite are left out.
 *
 * @param evaluations figures of the held-out pairs, by the steps done
 * @param alphas power-law exponent of each weight matrix at the end, by the matrix's name
 */
public record RunHistory(SortedMap<Long, Map<String, Double>> evaluations, Map<String, Double> alphas) {

    public RunHistory {
        evaluations = Collections.unmodifiableSortedMap(new TreeMap<>(evaluations));
        alphas = Collections.unmodifiableSortedMap(new TreeMap<>(alphas));
    }

    /** Before the first step; empty where nobody looked. */
    Map<String, Double> start() {
        return evaluations.getOrDefault(0L, Map.of());
    }

    /** The last evaluation. */
    Map<String, Double> end() {
        return evaluations.isEmpty() ? Map.of() : evaluations.get(evaluations.lastKey());
    }

    /** A figure of the last evaluation. */
    OptionalDouble end(String name) {
        var value = end().get(name);
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }
}
