package io.kernelign.data.layout;

import io.kernelign.data.defect.BadRowException;

/** Reads the rows of one import, in their order. */
public interface RowReader {

    /**
     * Reads a row.
     *
     * @throws BadRowException this row cannot be used; whatever was found before it is lost, so a reader that keeps rows
     *     back reads the whole row before it gives them out
     */
    void read(Columns row, Findings found);

    /** Gives out what was kept back; after the last row. */
    default void finish(Findings found) {}
}
