package io.kernelign.data;

import io.kernelign.data.defect.Defect;
import io.kernelign.data.defect.DefectKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Counts all defects and keeps the first of them. */
final class DefectLog {

    private static final int LISTED = 1_000;

    private record Entry(long number, Defect defect) {}

    private final List<Entry> errors = new ArrayList<>();
    private final List<Entry> warnings = new ArrayList<>();
    private final Map<DefectKind, Long> counts = new EnumMap<>(DefectKind.class);
    private long total;

    void add(Defect defect) {
        total++;
        counts.merge(defect.kind(), 1L, Long::sum);
        var kept = defect.kind().isWarning() ? warnings : errors;
        if (kept.size() < LISTED) {
            kept.add(new Entry(total, defect));
        }
    }

    /** At most 1,000 in the order they came: all errors kept, and warnings in the room that they leave. */
    List<Defect> listed() {
        var listed = new ArrayList<>(errors);
        listed.addAll(warnings.subList(0, Math.min(warnings.size(), LISTED - errors.size())));
        listed.sort(Comparator.comparingLong(Entry::number));
        return listed.stream().map(Entry::defect).toList();
    }

    long total() {
        return total;
    }

    Map<DefectKind, Long> counts() {
        return Collections.unmodifiableMap(counts);
    }
}
