package io.kernelign.data.rows;

import io.kernelign.data.defect.UnusableInputException;
import java.io.IOException;
import java.io.InputStream;

/** The elements of one JSON array are the rows. It knows of JSON only what it takes to see where an element ends. */
final class ArrayCutter extends RowCutter {

    private static final String ACCEPTED = "one array of JSON objects, [{...}, {...}], and nothing after it";

    private long line = 1;
    private long lineStart;
    private long chunkStart;
    private boolean ended;

    ArrayCutter(InputStream in, int limit) {
        super(in, limit);
    }

    @Override
    Cut next() throws IOException {
        if (ended) {
            return null;
        }
        if (count() == 0) {
            skipBlank();
            position++;
        }
        if (!skipBlank()) {
            throw endsTooEarly();
        }
        if (count() == 0 && chunk[position] == ']') {
            finish();
            return null;
        }
        return element();
    }

    private Cut element() throws IOException {
        long beginLine = line;
        long beginColumn = column();
        begin();
        int depth = 0;
        var inText = false;
        var escaped = false;
        while (more()) {
            for (int i = position; i < filled; i++) {
                byte b = chunk[i];
                if (inText) {
                    inText = escaped || b != '"';
                    escaped = !escaped && b == '\\';
                } else if (b == '"') {
                    inText = true;
                } else if (b == '{' || b == '[') {
                    depth++;
                } else if (depth == 0 && (b == ',' || b == ']')) {
                    var element = cut(i, beginLine, beginColumn);
                    end(b);
                    return element;
                } else if (b == '}' || b == ']') {
                    depth = Math.max(0, depth - 1);
                }
                if (b == '\n') {
                    line++;
                    lineStart = chunkStart + i + 1;
                }
            }
            take(filled);
        }
        throw endsTooEarly();
    }

    private void end(byte by) throws IOException {
        if (by == ']') {
            finish();
        } else {
            position++;
        }
    }

    private void finish() throws IOException {
        ended = true;
        position++;
        if (skipBlank()) {
            throw new UnusableInputException(
                    "file", "a JSON array with something after its end, on line " + line, ACCEPTED);
        }
    }

    private UnusableInputException endsTooEarly() {
        return new UnusableInputException(
                "file", "a JSON array that breaks off in row " + count() + ", on line " + line, ACCEPTED);
    }

    /** Passes over white space; whether anything follows. */
    private boolean skipBlank() throws IOException {
        while (more()) {
            for (; position < filled; position++) {
                byte b = chunk[position];
                if (b == '\n') {
                    line++;
                    lineStart = chunkStart + position + 1;
                } else if (b != ' ' && b != '\t' && b != '\r') {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean more() throws IOException {
        if (position == filled) {
            chunkStart += filled;
        }
        return fill();
    }

    private long column() {
        return chunkStart + position - lineStart + 1;
    }
}
