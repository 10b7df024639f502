package io.kernelign.alignment.evaluation;

import java.util.List;

/**
 * What F1 counts of each pair in the task "the first response is the preferred one".
 *
 * @param tasks names of all tasks, sorted
 * @param task of each pair, as its place among the names
 * @param hits of each pair, 1 when "yes" was predicted and true
 * @param positives of each pair, how often "yes" was predicted or true, 0 to 2
 */
record PositiveCounts(List<String> tasks, int[] task, int[] hits, int[] positives) {

    /** Where the figures of the tasks begin among those of {@link #f1}. */
    static final int FIRST_TASK = 2;

    static PositiveCounts of(List<JudgedPair> pairs) {
        var tasks =
                pairs.stream().map(PositiveCounts::taskOf).distinct().sorted().toList();
        int count = pairs.size();
        var counts = new PositiveCounts(tasks, new int[count], new int[count], new int[count]);
        for (int i = 0; i < count; i++) {
            counts.put(i, pairs.get(i));
        }
        return counts;
    }

    private static String taskOf(JudgedPair pair) {
        return pair.task() == null ? PreferenceF1.UNTAGGED : pair.task();
    }

    private void put(int place, JudgedPair pair) {
        boolean actual = PresentationOrder.chosenFirst(pair.id());
        boolean predicted =
                actual ? pair.chosenScore() > pair.rejectedScore() : pair.rejectedScore() > pair.chosenScore();
        task[place] = tasks.indexOf(taskOf(pair));
        hits[place] = predicted && actual ? 1 : 0;
        positives[place] = (predicted ? 1 : 0) + (actual ? 1 : 0);
    }

    /**
     * F1 over all pairs, the mean of the tasks' figures, then the figure of each task.
     *
     * @param times how often each pair counts; a task none of whose pairs counts has NaN
     */
    double[] f1(int[] times) {
        var pairsOf = new int[tasks.size()];
        var hitsOf = new int[tasks.size()];
        var positivesOf = new int[tasks.size()];
        for (int i = 0; i < times.length; i++) {
            pairsOf[task[i]] += times[i];
            hitsOf[task[i]] += times[i] * hits[i];
            positivesOf[task[i]] += times[i] * positives[i];
        }
        var figures = new double[FIRST_TASK + tasks.size()];
        int allHits = 0;
        int allPositives = 0;
        int counted = 0;
        for (int each = 0; each < tasks.size(); each++) {
            allHits += hitsOf[each];
            allPositives += positivesOf[each];
            double f1 = pairsOf[each] == 0 ? Double.NaN : f1(hitsOf[each], positivesOf[each]);
            figures[FIRST_TASK + each] = f1;
            counted += pairsOf[each] == 0 ? 0 : 1;
            figures[1] += pairsOf[each] == 0 ? 0 : f1;
        }
        figures[0] = f1(allHits, allPositives);
        figures[1] /= counted;
        return figures;
    }

    private static double f1(int hits, int positives) {
        return positives == 0 ? 0 : 2.0 * hits / positives;
    }
}
