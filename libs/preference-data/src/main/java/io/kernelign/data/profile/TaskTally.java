package io.kernelign.data.profile;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** How many pairs each task has, for the first tasks that occur. */
final class TaskTally {

    static final int NAMES = 100;

    private final Map<String, Long> counts = new HashMap<>();
    private long others;

    /** @param task {@code null} for none */
    void add(String task) {
        if (task == null) {
            return;
        }
        if (counts.size() < NAMES || counts.containsKey(task)) {
            counts.merge(task, 1L, Long::sum);
        } else {
            others++;
        }
    }

    Map<String, Long> named() {
        var sorted = new LinkedHashMap<String, Long>();
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .forEach(task -> sorted.put(task.getKey(), task.getValue()));
        return sorted;
    }

    long others() {
        return others;
    }
}
