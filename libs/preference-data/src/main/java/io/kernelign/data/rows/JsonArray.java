package io.kernelign.data.rows;

import io.kernelign.data.defect.Place;
import java.io.InputStream;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.node.ObjectNode;

/** One JSON array of objects. */
final class JsonArray extends TextRows {

    private final JsonObjects objects;

    JsonArray(InputStream text, Limits limits) {
        super(new ArrayCutter(text, limits.lineBytes()), limits);
        this.objects = new JsonObjects(limits, "one JSON object for each element of the array");
    }

    @Override
    boolean isRow(RowCutter.Cut cut) {
        return true;
    }

    @Override
    Place place(RowCutter.Cut cut) {
        return new Place(null, cut.number(), cut.line());
    }

    @Override
    ObjectNode columns(RowCutter.Cut cut) {
        return objects.read(cut.bytes(), place -> inFile(cut, place));
    }

    private static String inFile(RowCutter.Cut cut, TokenStreamLocation place) {
        long column = place.getLineNr() == 1 ? cut.column() + place.getColumnNr() - 1 : place.getColumnNr();
        return "line " + (cut.line() + place.getLineNr() - 1) + ", character " + column;
    }
}
