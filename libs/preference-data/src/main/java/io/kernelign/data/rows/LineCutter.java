package io.kernelign.data.rows;

import java.io.IOException;
import java.io.InputStream;

/** Every line is a row. */
final class LineCutter extends RowCutter {

    private long line;

    LineCutter(InputStream in, int limit) {
        super(in, limit);
    }

    @Override
    Cut next() throws IOException {
        if (!fill()) {
            return null;
        }
        line++;
        begin();
        var ended = false;
        while (!ended && fill()) {
            int end = position;
            while (end < filled && chunk[end] != '\n') {
                end++;
            }
            ended = end < filled;
            take(end);
            position += ended ? 1 : 0;
        }
        return cut(line, 1);
    }
}
