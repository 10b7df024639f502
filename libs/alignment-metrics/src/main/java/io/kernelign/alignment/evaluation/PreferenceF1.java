package io.kernelign.alignment.evaluation;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * F1 of the binary task "the first response is the preferred one", where a hash of the pair's id says which response
 * comes first. A tie predicts "no". F1 is 0 when nothing is predicted and nothing is true.
 *
 * @param overall over all pairs
 * @param macro mean of the tasks' figures
 * @param byTask by task tag, {@code untagged} for pairs without one
 */
public record PreferenceF1(Estimate overall, Estimate macro, SortedMap<String, Estimate> byTask) {

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
        var counts = PositiveCounts.of(List.copyOf(pairs));
        var once = new int[pairs.size()];
        Arrays.fill(once, 1);
        var figures = counts.f1(once);
        var intervals = Resamples.intervals(pairs.size(), counts::f1);
        var byTask = new TreeMap<String, Estimate>();
        for (int i = PositiveCounts.FIRST_TASK; i < figures.length; i++) {
            byTask.put(counts.tasks().get(i - PositiveCounts.FIRST_TASK), new Estimate(figures[i], intervals.get(i)));
        }
        return new PreferenceF1(
                new Estimate(figures[0], intervals.get(0)), new Estimate(figures[1], intervals.get(1)), byTask);
    }
}
