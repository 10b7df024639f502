package io.kernelign.data.rows.parquet;

import io.kernelign.data.defect.UnusableInputException;
import java.util.Arrays;

/** A place in the bytes of a page, beyond whose end nothing is read. */
final class Cursor {

    private static final int LONGEST_NUMBER = 5;

    private final byte[] bytes;
    private final int end;
    private final String column;
    private int position;

    Cursor(byte[] bytes, int from, int end, String column) {
        this.bytes = bytes;
        this.position = from;
        this.end = end;
        this.column = column;
    }

    int remaining() {
        return end - position;
    }

    void skip(long count) {
        require(count);
        position += (int) count;
    }

    byte[] read(int count) {
        require(count);
        position += count;
        return Arrays.copyOfRange(bytes, position - count, position);
    }

    /** The next bytes up to a length that stands before them, as a place of their own; passes over them. */
    Cursor part() {
        long length = 0;
        var prefix = read(4);
        for (int i = 0; i < 4; i++) {
            length |= (prefix[i] & 0xffL) << 8 * i;
        }
        return part(length);
    }

    /** So many of the next bytes as a place of their own; passes over them. */
    Cursor part(long length) {
        skip(length);
        return new Cursor(bytes, position - (int) length, position, column);
    }

    /** The next number in groups of 7 bits, the lowest first; 0 to 2^31 - 1. */
    int number() {
        long value = 0;
        for (int i = 0; i < LONGEST_NUMBER; i++) {
            byte next = read(1)[0];
            value |= (next & 0x7fL) << 7 * i;
            if (next >= 0 && value <= Integer.MAX_VALUE) {
                return (int) value;
            }
        }
        throw damage("a number beyond 31 bits");
    }

    /** Passes over a number in groups of 7 bits, however long. */
    void skipNumber() {
        while (read(1)[0] < 0) {
            continue;
        }
    }

    UnusableInputException damage(String how) {
        return Damage.of(how + " in a page of " + column);
    }

    private void require(long count) {
        if (count < 0 || count > remaining()) {
            throw damage(count + " bytes where " + remaining() + " are left");
        }
    }
}
