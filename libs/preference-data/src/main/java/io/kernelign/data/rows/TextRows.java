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
    public final Row next() throws IOException {
        for (var cut = cutter.next(); cut != null; cut = cutter.next()) {
            bytesRead += cut.bytes().length;
            try {
                var text = text(cut, limits);
                if (isRow(text)) {
                    return new Row.Readable(place(cut), columns(cut, text));
                }
            } catch (BadRowException e) {
                return new Row.Unreadable(place(cut), e);
            }
        }
        return null;
    }

    /** Where a row stands that was just cut. */
    abstract Place place(RowCutter.Cut cut);

    /** @throws BadRowException the text is no row */
    abstract ObjectNode columns(RowCutter.Cut cut, String text);

    /** Whether the text counts as a row at all. */
    boolean isRow(String text) {
        return !text.isBlank();
    }

    /** @throws BadRowException the cut is too long or not UTF-8 */
    static String text(RowCutter.Cut cut, Limits limits) {
        if (cut.tooLong()) {
            throw new BadRowException(
                    DefectKind.LINE_TOO_LONG, "", "a row of at most " + limits.lineBytes() + " bytes", "a longer one");
        }
        return Utf8.decode(cut.bytes(), "");
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
