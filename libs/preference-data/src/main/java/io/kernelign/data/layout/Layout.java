package io.kernelign.data.layout;

import java.util.List;

/** One way in which preference data is published. */
public interface Layout {

    /** The name by which an import may ask for it. */
    String name();

    /** Its columns in words, for errors and reports. */
    String columns();

    /** Whether rows like these are in this layout. */
    boolean fits(Sample sample);

    /**
     * The pairs of one row.
     *
     * @throws io.kernelign.data.defect.BadRowException the row cannot be used
     */
    List<PairDraft> read(Columns row);
}
