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
        while (fill()) {
            int end = EightBytes.indexOf(chunk, position, filled, '\n');
            if (end < filled) {
                var cut = cut(end, line, 1);
                position++;
                return cut;
            }
            take(end);
        }
        return cut(position, line, 1);
    }
}
