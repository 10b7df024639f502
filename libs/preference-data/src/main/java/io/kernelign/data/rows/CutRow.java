package io.kernelign.data.rows;

import java.util.function.Supplier;

/**
 * A row as it was cut out of its file. Nothing has looked at it yet, and any thread may.
 *
 * @param bytes about how many it takes in memory
 * @param content looks at it
 */
public record CutRow(int bytes, Supplier<Row> content) {

    public Row read() {
        return content.get();
    }

    /** The same row in a file that is one of several. */
    public CutRow in(String file) {
        return new CutRow(bytes, () -> read().in(file));
    }
}
