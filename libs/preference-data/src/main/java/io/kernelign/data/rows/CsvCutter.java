package io.kernelign.data.rows;

import io.kernelign.data.defect.UnusableInputException;
import java.io.IOException;
import java.io.InputStream;

/** The records of a CSV file are the rows. It knows of CSV only what it takes to see where a record ends. */
final class CsvCutter extends RowCutter {

    private enum State {
        FIELD_START,
        PLAIN,
        QUOTED,
        /** After a quotation mark in a quoted field: the first half of two, or the end. */
        QUOTED_MARK
    }

    private long line = 1;
    private State state;

    CsvCutter(InputStream in, int limit) {
        super(in, limit);
    }

    @Override
    Cut next() throws IOException {
        if (!fill()) {
            return null;
        }
        long beginLine = line;
        begin();
        state = State.FIELD_START;
        while (fill()) {
            int end = position;
            while (end < filled && !endsRecord(chunk[end])) {
                end++;
            }
            if (end < filled) {
                var cut = cut(end, beginLine, 1);
                passLineEnd();
                return cut;
            }
            take(end);
        }
        if (state == State.QUOTED) {
            throw new UnusableInputException(
                    "file",
                    "CSV whose record on line " + beginLine + " has a quotation mark that is never closed",
                    "quoted fields that end, with every mark within them doubled");
        }
        return cut(position, beginLine, 1);
    }

    private boolean endsRecord(byte b) {
        if (b == '"') {
            state = switch (state) {
                case FIELD_START, QUOTED_MARK -> State.QUOTED;
                case QUOTED -> State.QUOTED_MARK;
                case PLAIN -> State.PLAIN;
            };
            return false;
        }
        if (state == State.QUOTED) {
            line += b == '\n' ? 1 : 0;
            return false;
        }
        state = b == ',' ? State.FIELD_START : State.PLAIN;
        return b == '\n' || b == '\r';
    }

    private void passLineEnd() throws IOException {
        line++;
        var carriageReturn = chunk[position++] == '\r';
        if (carriageReturn && fill() && chunk[position] == '\n') {
            position++;
        }
    }
}
