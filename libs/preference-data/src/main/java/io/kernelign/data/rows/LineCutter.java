package io.kernelign.data.rows;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Every line is a row. */
final class LineCutter extends RowCutter {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
    private static final long EACH = 0x0101010101010101L;
    private static final long HIGHEST_BITS = 0x8080808080808080L;
    private static final long LINE_FEEDS = '\n' * EACH;

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
            int end = endOfLine(position);
            ended = end < filled;
            take(end);
            position += ended ? 1 : 0;
        }
        return cut(line, 1);
    }

    /** Where the next line feed is, or where the chunk ends. */
    private int endOfLine(int from) {
        int at = from;
        while (at + Long.BYTES <= filled && !hasLineFeed((long) LONGS.get(chunk, at))) {
            at += Long.BYTES;
        }
        while (at < filled && chunk[at] != '\n') {
            at++;
        }
        return at;
    }

    /** Whether one of eight bytes is a line feed: a zero once they are compared with eight of them. */
    private static boolean hasLineFeed(long eight) {
        long compared = eight ^ LINE_FEEDS;
        return (compared - EACH & ~compared & HIGHEST_BITS) != 0;
    }
}
