package io.kernelign.data.rows;

import io.kernelign.data.defect.BadRowException;
import io.kernelign.data.defect.DefectKind;
import io.kernelign.data.defect.Place;
import java.io.IOException;
import tools.jackson.databind.node.ObjectNode;

/** Rows of a text in UTF-8: each is cut out first, so that a bad one harms no other. */
abstract class TextRows implements RowSource {

    private final RowCutter cutter;
    private final Limits limits;
    private long bytesRead;

    TextRows(RowCutter cutter, Limits limits) {
        this.cutter = cutter;
        this.limits = limits;
    }

    @Override
    public final CutRow next() throws IOException {
        for (var cut = cutter.next(); cut != null; cut = cutter.next()) {
            bytesRead += cut.bytes().length;
            if (isRow(cut)) {
                var row = cut;
                return new CutRow(row.bytes().length, () -> read(row));
            }
        }
        return null;
    }

    private Row read(RowCutter.Cut cut) {
        try {
            requireWhole(cut, limits);
            return new Row.Readable(place(cut), columns(cut));
        } catch (BadRowException e) {
            return new Row.Unreadable(place(cut), e);
        }
    }

    /** Where a row stands that was just cut. */
    abstract Place place(RowCutter.Cut cut);

    /** @throws BadRowException what was cut is no row */
    abstract ObjectNode columns(RowCutter.Cut cut);

    /** Whether it counts as a row at all. */
    boolean isRow(RowCutter.Cut cut) {
        return !cut.isBlank();
    }

    /** @throws BadRowException it is longer than the limit */
    static void requireWhole(RowCutter.Cut cut, Limits limits) {
        if (cut.tooLong()) {
            throw new BadRowException(
                    DefectKind.LINE_TOO_LONG, "", "a row of at most " + limits.lineBytes() + " bytes", "a longer one");
        }
    }

    @Override
    public final long bytesRead() {
        return bytesRead;
    }

    @Override
    public final void close() throws IOException {
        cutter.close();
    }
}
