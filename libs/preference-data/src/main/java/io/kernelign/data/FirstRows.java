package io.kernelign.data;

import io.kernelign.data.defect.Defect;
import io.kernelign.data.layout.Sample;
import io.kernelign.data.rows.Limits;
import io.kernelign.data.rows.Quota;
import io.kernelign.data.rows.Row;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rows by which a layout is recognised: of every file the same number, 100 in all (or 8 MiB, if that is less). */
final class FirstRows {

    private static final int ROWS = 100;
    private static final long BYTES = 8 << 20;

    private final List<Row> rows = new ArrayList<>();

    FirstRows(List<SourceFile> files, Limits limits) throws IOException {
        var quota = new Quota(limits);
        for (var file : files) {
            rows.addAll(file.first(Math.max(1, ROWS / files.size()), Math.max(1, BYTES / files.size()), quota));
        }
    }

    /** What is wrong with those that could not be read. */
    List<Defect> defects() {
        return rows.stream()
                .filter(Row.Unreadable.class::isInstance)
                .map(row -> ((Row.Unreadable) row).flaw().at(row.place()))
                .toList();
    }

    /** Those that could be read; empty when none could. */
    Optional<Sample> sample() {
        var readable = rows.stream()
                .filter(Row.Readable.class::isInstance)
                .map(row -> ((Row.Readable) row).columns())
                .toList();
        return readable.isEmpty() ? Optional.empty() : Optional.of(new Sample(readable));
    }
}
