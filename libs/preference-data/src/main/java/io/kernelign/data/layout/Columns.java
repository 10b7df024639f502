package io.kernelign.data.layout;

import io.kernelign.data.defect.Place;
import io.kernelign.data.pair.Split;
import java.util.Optional;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.node.ObjectNode;

/** The columns of one row, as a layout reads them. */
public final class Columns {

    private static final String SPLIT = "split";
    private static final String SIDES = "one of " + String.join(", ", SplitNames.ALL);

    private final Place place;
    private final ObjectNode row;
    private final boolean ownSplit;
    private final Split fileSide;
    private final int longestText;

    /**
     * @param place where the row stands
     * @param ownSplit whether the row or its file may say on which side its pairs stand
     * @param fileSide what its file says; {@code null} when it says nothing
     * @param longestText longest text of one turn, in characters
     */
    public Columns(Place place, ObjectNode row, boolean ownSplit, Split fileSide, int longestText) {
        this.place = place;
        this.row = row;
        this.ownSplit = ownSplit;
        this.fileSide = fileSide;
        this.longestText = longestText;
    }

    Cell at(String column) {
        return new Cell("", row, longestText).at(column);
    }

    Cell at(JsonPointer pointer) {
        return new Cell(pointer.toString(), row.at(pointer), longestText);
    }

    /** A cell of no column. */
    Cell nothing() {
        return new Cell("", null, longestText);
    }

    /** Where a pair of this row comes from, with the side that the column {@code split} names. */
    Origin origin() {
        return origin(at(SPLIT));
    }

    /** Where a pair of this row comes from, with the side that a cell names. */
    Origin origin(Cell split) {
        return new Origin(place, ownSplit ? side(split).orElse(fileSide) : null);
    }

    private static Optional<Split> side(Cell split) {
        if (!split.isAbsent() && !split.isText()) {
            throw split.malformed(SIDES);
        }
        return split.textIfAny()
                .map(name -> SplitNames.side(name.toString()).orElseThrow(() -> split.malformed(SIDES)));
    }
}
