package io.kernelign.data.rows;

import io.kernelign.data.defect.BadRowException;
import io.kernelign.data.defect.Place;
import tools.jackson.databind.node.ObjectNode;

/** One row of a file. */
public sealed interface Row {

    /** Where it stands. */
    Place place();

    /** The same row in a file that is one of several. */
    Row in(String file);

    /** A row with its columns, not yet looked at. */
    record Readable(Place place, ObjectNode columns) implements Row {

        @Override
        public Readable in(String file) {
            return new Readable(place.in(file), columns);
        }
    }

    /** A row that has no columns because of what is wrong with it. */
    record Unreadable(Place place, BadRowException flaw) implements Row {

        @Override
        public Unreadable in(String file) {
            return new Unreadable(place.in(file), flaw);
        }
    }
}
