package io.kernelign.data.rows;

import java.io.Closeable;
import java.io.IOException;

/** The rows of a file, in order, one at a time. */
public interface RowSource extends Closeable {

    /** The next row, or {@code null} at the end. */
    CutRow next() throws IOException;

    /** How many unpacked bytes the rows so far took. */
    long bytesRead();
}
