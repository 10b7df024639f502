package io.kernelign.data.rows;

import io.kernelign.data.defect.Defect;
import tools.jackson.databind.node.ObjectNode;

/** One row of a data set. */
public sealed interface Row {

    /** A row with its columns, not yet looked at. */
    record Readable(long line, ObjectNode columns) implements Row {}

    /** A row that has no columns because of its defect. */
    record Unreadable(Defect defect) implements Row {}
}
