package io.kernelign.data.rows;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Cuts bytes into rows, holding no more than one row of at most the limit's length. */
abstract class RowCutter implements Closeable {

    /**
     * The bytes of one row.
     *
     * @param number how many rows it makes with those before it
     * @param line on which it begins, from 1
     * @param column at which it begins in that line, in bytes, from 1
     * @param bytes without what parts it from the next; only the first of them if {@code tooLong}
     */
    record Cut(long number, long line, long column, byte[] bytes, boolean tooLong) {

        /** Whether there is nothing in it but white space. */
        boolean isBlank() {
            for (byte b : bytes) {
                if (b != ' ' && (b < '\t' || b > '\r')) {
                    return false;
                }
            }
            return true;
        }
    }

    private final InputStream in;
    private final int limit;
    private byte[] row = new byte[1 << 12];
    private int length;
    private boolean tooLong;
    private long count;

    /** What is read but not yet cut: from {@code position} up to {@code filled}. */
    final byte[] chunk = new byte[1 << 16];

    int position;
    int filled;

    RowCutter(InputStream in, int limit) {
        this.in = in;
        this.limit = limit;
    }

    /** The next row, or {@code null} at the end. */
    abstract Cut next() throws IOException;

    @Override
    public void close() throws IOException {
        in.close();
    }

    /** Whether there are bytes to cut; reads more when there are none. */
    final boolean fill() throws IOException {
        if (position == filled) {
            position = 0;
            filled = Math.max(0, in.read(chunk));
        }
        return filled > 0;
    }

    /** Begins the next row. */
    final void begin() {
        count++;
        length = 0;
        tooLong = false;
    }

    /** Adds the bytes up to {@code end} to the row, as far as the limit allows. */
    final void take(int end) {
        int wanted = end - position;
        int taken = Math.min(wanted, limit - length);
        if (length + taken > row.length) {
            row = Arrays.copyOf(row, Math.max(length + taken, 2 * row.length));
        }
        System.arraycopy(chunk, position, row, length, taken);
        length += taken;
        tooLong |= taken < wanted;
        position = end;
    }

    /** How many rows have begun. */
    final long count() {
        return count;
    }

    /** The row, with the bytes up to {@code end} as its last. */
    final Cut cut(int end, long line, long column) {
        if (length > 0 || end - position > limit) {
            take(end);
            return new Cut(count, line, column, Arrays.copyOf(row, length), tooLong);
        }
        var whole = Arrays.copyOfRange(chunk, position, end);
        position = end;
        return new Cut(count, line, column, whole, false);
    }
}
