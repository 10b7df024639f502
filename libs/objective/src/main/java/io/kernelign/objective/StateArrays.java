package io.kernelign.objective;

import io.kernelign.objective.kernel.ObjectiveState;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** Reads the named arrays of a checkpoint back into the state of the objective that wrote them. */
final class StateArrays {

    private StateArrays() {}

    static ObjectiveState read(
            Map<String, float[]> arrays, Map<String, float[]> initialWeights, Map<String, Float> initialStatistics) {
        var sizes = new TreeMap<String, Integer>();
        initialWeights.forEach((name, values) -> sizes.put(name, values.length));
        initialStatistics.keySet().forEach(name -> sizes.put(name, 1));
        var found = new TreeMap<String, Integer>();
        arrays.forEach((name, values) -> found.put(name, values.length));
        if (!found.equals(sizes)) {
            throw new IllegalArgumentException(
                    "the objective's state has the sizes " + sizes + ", but the arrays have " + found);
        }
        var weights = new LinkedHashMap<String, float[]>();
        initialWeights.keySet().forEach(name -> weights.put(name, arrays.get(name)));
        var statistics = new LinkedHashMap<String, Float>();
        initialStatistics.keySet().forEach(name -> statistics.put(name, arrays.get(name)[0]));
        return ObjectiveState.of(weights, statistics);
    }
}
