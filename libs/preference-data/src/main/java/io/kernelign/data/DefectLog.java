package io.kernelign.data;

import io.kernelign.data.defect.Defect;
import io.kernelign.data.defect.DefectKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Counts all defects and keeps the first of them. */
final class DefectLog {

    private static final int LISTED = 1_000;

    private final List<Defect> errors = new ArrayList<>();
    private final List<Defect> warnings = new ArrayList<>();
    private final Map<DefectKind, Long> counts = new EnumMap<>(DefectKind.class);

    void add(Defect defect) {
        counts.merge(defect.kind(), 1L, Long::sum);
        var kept = defect.kind().isWarning() ? warnings : errors;
        if (kept.size() < LISTED) {
            kept.add(defect);
        }
    }

    /** At most 1,000 by line: all errors kept, and warnings in the room that they leave. */
    List<Defect> listed() {
        var listed = new ArrayList<>(errors);
        listed.addAll(warnings.subList(0, Math.min(warnings.size(), LISTED - errors.size())));
        listed.sort((left, right) -> Long.compare(left.line(), right.line()));
        return listed;
    }

    long total() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    Map<DefectKind, Long> counts() {
        return Collections.unmodifiableMap(counts);
    }
}
