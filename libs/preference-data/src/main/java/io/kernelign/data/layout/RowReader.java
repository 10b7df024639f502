package io.kernelign.data.layout;

import io.kernelign.data.defect.BadRowException;

/** Reads the rows of one import: in their order if it {@link #spansRows}, else in any and on any thread. */
public interface RowReader {

    /**
     * Reads a row.
     *
     * @throws BadRowException this row cannot be used; whatever was found before it is lost, so a reader that keeps rows
     *     back reads the whole row before it gives them out
     */
    void read(Columns row, Findings found);

    /** Whether it keeps rows back, so that what a row becomes depends on others. */
    default boolean spansRows() {
        return false;
    }

    /** Gives out what was kept back; after the last row. */
    default void finish(Findings found) {}
}
