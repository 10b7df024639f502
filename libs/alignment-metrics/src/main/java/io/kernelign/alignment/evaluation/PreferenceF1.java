package io.kernelign.alignment.evaluation;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * F1 of the binary task "the first response is the preferred one", where a hash of the pair's id says which response
 * comes first. A tie predicts "no". F1 is 0 when nothing is predicted and nothing is true.
 *
 * @param overall over all pairs
 * @param macro mean of the tasks' figures
 * @param byTask by task tag, {@code untagged} for pairs without one
 */
public record PreferenceF1(double overall, double macro, SortedMap<String, Double> byTask) {

    /** Task of pairs that have no tag. */
    public static final String UNTAGGED = "untagged";

    public PreferenceF1 {
        byTask = Collections.unmodifiableSortedMap(new TreeMap<>(byTask));
    }

    /** @throws IllegalArgumentException when there is no pair */
    public static PreferenceF1 of(Collection<JudgedPair> pairs) {
        if (pairs.isEmpty()) {
            throw new IllegalArgumentException("F1 needs at least one pair");
        }
        var byTask = new TreeMap<String, Double>();
        pairs.stream()
                .collect(Collectors.groupingBy(pair -> pair.task() == null ? UNTAGGED : pair.task()))
                .forEach((task, members) -> byTask.put(task, f1(members)));
        double macro = byTask.values().stream()
                .mapToDouble(Double::doubleValue)
                .average()
                .orElseThrow();
        return new PreferenceF1(f1(List.copyOf(pairs)), macro, byTask);
    }

    private static double f1(List<JudgedPair> pairs) {
        int hits = 0;
        int predictedOrTrue = 0;
        for (var pair : pairs) {
            boolean actual = PresentationOrder.chosenFirst(pair.id());
            boolean predicted =
                    actual ? pair.chosenScore() > pair.rejectedScore() : pair.rejectedScore() > pair.chosenScore();
            hits += predicted && actual ? 1 : 0;
            predictedOrTrue += (predicted ? 1 : 0) + (actual ? 1 : 0);
        }
        return predictedOrTrue == 0 ? 0 : 2.0 * hits / predictedOrTrue;
    }
}
