package io.kernelign.data.rows;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Cuts bytes into lines, holding no more than one line of at most the limit's length. */
final class LineReader implements Closeable {

    /**
     * @param number from 1
     * @param bytes without the line feed; what came before the limit was reached if {@code tooLong}
     */
    record Line(long number, byte[] bytes, boolean tooLong) {}

    private final InputStream in;
    private final int limit;
    private final byte[] chunk = new byte[1 << 16];
    private int position;
    private int filled;
    private long number;
    private byte[] line = new byte[1 << 12];
    private int length;

    LineReader(InputStream in, int limit) {
        this.in = in;
        this.limit = limit;
    }

    /** The next line, or {@code null} at the end. */
    Line next() throws IOException {
        if (!fill()) {
            return null;
        }
        number++;
        length = 0;
        var tooLong = false;
        var ended = false;
        while (!ended && fill()) {
            int end = position;
            while (end < filled && chunk[end] != '\n') {
                end++;
            }
            tooLong = !append(end) || tooLong;
            ended = end < filled;
            position = ended ? end + 1 : end;
        }
        return new Line(number, Arrays.copyOf(line, length), tooLong);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private boolean fill() throws IOException {
        if (position == filled) {
            position = 0;
            filled = Math.max(0, in.read(chunk));
        }
        return filled > 0;
    }

    /** Appends the chunk up to {@code end}; false if the limit cut it. */
    private boolean append(int end) {
        int wanted = end - position;
        int taken = Math.min(wanted, limit - length);
        if (length + taken > line.length) {
            line = Arrays.copyOf(line, Math.max(length + taken, 2 * line.length));
        }
        System.arraycopy(chunk, position, line, length, taken);
        length += taken;
        return taken == wanted;
    }
}
