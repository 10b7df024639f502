package io.kernelign.data.defect;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * Where a row stands.
 *
 * @param file name of its file; {@code null} when the data set is one file
 * @param row number of the row in its file, from 1; {@code null} where the line says as much
 * @param line number of the line in the unpacked file on which the row begins, from 1; {@code null} where there are none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Place(String file, Long row, Long line) {

    public static Place ofLine(long line) {
        return new Place(null, null, line);
    }

    public static Place ofRow(long row) {
        return new Place(null, row, null);
    }

    /** The same place, in a file that is one of several. */
    public Place in(String name) {
        return new Place(name, row, line);
    }

    /** As a phrase: {@code line 3}, or {@code b.json, row 7 (line 31)}. */
    @Override
    public String toString() {
        var within = row == null ? "line " + line : line == null ? "row " + row : "row " + row + " (line " + line + ")";
        return file == null ? within : file + ", " + within;
    }
}
