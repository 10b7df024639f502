package io.kernelign.data.layout;

/** A layout of which every row is one pair. */
interface PairPerRow extends KnownLayout {

    /** @throws io.kernelign.data.defect.BadRowException the row cannot be used */
    PairDraft pair(Columns row);

    @Override
    default RowReader reader(LayoutOptions options) {
        return (row, found) -> found.pair(row.origin(), pair(row));
    }
}
