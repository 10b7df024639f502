package io.kernelign.data;

import io.kernelign.data.layout.Sample;
import io.kernelign.data.rows.Row;
import io.kernelign.data.rows.RowSource;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;

/** Reads the first rows ahead, to look at them, and hands them out again. */
final class SampledRows {

    private static final int ROWS = 100;
    private static final long BYTES = 8 << 20;

    private final RowSource source;
    private final Queue<Row> ahead = new ArrayDeque<>();

    SampledRows(RowSource source) throws IOException {
        this.source = source;
        while (ahead.size() < ROWS && source.bytesRead() < BYTES) {
            var row = source.next();
            if (row == null) {
                return;
            }
            ahead.add(row);
        }
    }

    boolean isEmpty() {
        return ahead.isEmpty();
    }

    Iterable<Row> ahead() {
        return ahead;
    }

    /** The rows among the first 100 (or 8 MiB, if that is less) that could be read; empty when none could. */
    Optional<Sample> sample() {
        var readable = ahead.stream()
                .filter(Row.Readable.class::isInstance)
                .map(row -> ((Row.Readable) row).columns())
                .toList();
        return readable.isEmpty() ? Optional.empty() : Optional.of(new Sample(readable));
    }

    /** The next row, or {@code null} at the end. */
    Row next() throws IOException {
        var row = ahead.poll();
        return row != null ? row : source.next();
    }
}
