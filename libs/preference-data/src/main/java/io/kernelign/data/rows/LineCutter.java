package io.kernelign.data.rows;

import io.kernelign.data.text.EightBytes;
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
            int end = EightBytes.indexOf(chunk, position, filled, '\n');
            ended = end < filled;
            take(end);
            position += ended ? 1 : 0;
        }
        return cut(line, 1);
    }
}
