package io.kernelign.trainer.work;

import io.kernelign.contracts.RecommendationView;
import io.kernelign.trainer.job.PilotRecord.Candidate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Who races: the recommended objective, then what a recommendation ranks below it. */
final class PilotCandidates {

    private static final String KERNEL = "kernel";
    private static final String DIVERGENCE = "divergence";
    private static final String EMBEDDING = "embedding";
    private static final String NAME = "name";
    private static final String NONE = "none";

    private PilotCandidates() {}

    /** @param most of them, at least 1 */
    static List<Candidate> of(RecommendationView recommendation, int most) {
        var recommended = recommendation.objective();
        var first = new Candidate(name(recommended, KERNEL), name(recommended, DIVERGENCE), recommended);
        var others = recommendation.candidates().stream()
                .filter(other -> !other.recommended())
                .map(other -> new Candidate(
                        other.kernel(),
                        other.divergence(),
                        objective(recommended, other.kernel(), other.divergence())));
        return Stream.concat(Stream.of(first), others).limit(most).toList();
    }

    /** The recommended objective with another kernel and divergence; whatever else it says stays, but plain DPO reads nothing. */
    private static Map<String, Object> objective(Map<String, Object> recommended, String kernel, String divergence) {
        var objective = new LinkedHashMap<>(recommended);
        objective.put(KERNEL, named(recommended, KERNEL, kernel));
        objective.put(DIVERGENCE, named(recommended, DIVERGENCE, divergence));
        if (kernel.equals(NONE)) {
            objective.remove(EMBEDDING);
        }
        return objective;
    }

    private static Object named(Map<String, Object> recommended, String field, String name) {
        return name.equals(name(recommended, field)) ? recommended.get(field) : Map.of(NAME, name);
    }

    /** {@code none} where the objective names nothing. */
    private static String name(Map<String, Object> objective, String field) {
        var named = objective.get(field);
        var name = named instanceof Map<?, ?> fields ? fields.get(NAME) : named;
        return name == null ? NONE : String.valueOf(name);
    }
}
