package io.kernelign.data.rows;

import io.kernelign.data.defect.Place;
import java.io.InputStream;
import tools.jackson.databind.node.ObjectNode;

/** JSON Lines: one object a line. Blank lines are no rows. */
final class JsonLines extends TextRows {

    private final JsonObjects objects;

    JsonLines(InputStream text, Limits limits) {
        super(new LineCutter(text, limits.lineBytes()), limits);
        this.objects = new JsonObjects(limits, "one JSON object a line");
    }

    @Override
    Place place(RowCutter.Cut cut) {
        return Place.ofLine(cut.line());
    }

    @Override
    ObjectNode columns(RowCutter.Cut cut) {
        return objects.read(cut.bytes(), place -> "character " + place.getColumnNr());
    }
}
