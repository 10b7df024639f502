package io.kernelign.data.text;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Eight bytes of an array as one number, the first of them lowest, so that all are looked at together. What is told of each
 * stands in its highest bit; all other bits are zero.
 */
public final class EightBytes {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long EACH = 0x0101010101010101L;
    private static final long HIGHEST_BITS = 0x8080808080808080L;

    private EightBytes() {}

    static long at(byte[] bytes, int at) {
        return (long) LONGS.get(bytes, at);
    }

    static void put(byte[] bytes, int at, long eight) {
        LONGS.set(bytes, at, eight);
    }

    /** Those that are above 127. */
    static long notAscii(long eight) {
        return eight & HIGHEST_BITS;
    }

    /** Those that go on with a character of UTF-8. */
    static long goingOn(long eight) {
        return eight & ~eight << 1 & HIGHEST_BITS;
    }

    /** Those that begin a character of four bytes in UTF-8. */
    static long beginningFour(long eight) {
        return eight & eight << 1 & eight << 2 & eight << 3 & HIGHEST_BITS;
    }

    /** Those below a limit from 1 to 128. What is told of the first of them, and of those before it, is certain. */
    static long below(long eight, int limit) {
        return eight - limit * EACH & ~eight & HIGHEST_BITS;
    }

    /** Those that are a value from 0 to 127. What is told of the first of them, and of those before it, is certain. */
    static long equal(long eight, int value) {
        return below(eight ^ value * EACH, 1);
    }

    /** Those below a limit from 1 to 128 and those that are one of two values from 0 to 127; as certain as {@link #below}. */
    static long belowOrEqual(long eight, int limit, int one, int other) {
        long borrowed = eight - limit * EACH | (eight ^ one * EACH) - EACH | (eight ^ other * EACH) - EACH;
        return borrowed & ~eight & HIGHEST_BITS;
    }

    /** The number of the first of which something is told, of one at least. */
    static int first(long told) {
        return Long.numberOfTrailingZeros(told) / Byte.SIZE;
    }

    /** How many bytes something is told of. */
    static int count(long told) {
        return Long.bitCount(told);
    }

    /**
     * Where a byte stands first.
     *
     * @param value from 0 to 127
     * @return {@code to} when it does not
     */
    public static int indexOf(byte[] bytes, int from, int to, int value) {
        int at = from;
        while (at + 4 * Long.BYTES <= to && !hasInThirtyTwo(bytes, at, value)) {
            at += 4 * Long.BYTES;
        }
        for (; at + Long.BYTES <= to; at += Long.BYTES) {
            long told = equal(at(bytes, at), value);
            if (told != 0) {
                return at + first(told);
            }
        }
        while (at < to && bytes[at] != value) {
            at++;
        }
        return at;
    }

    /** Where a byte above 127 stands first; {@code to} when none does. */
    static int indexOfNotAscii(byte[] bytes, int from, int to) {
        int at = from;
        while (at + 2 * Long.BYTES <= to && notAscii(at(bytes, at) | at(bytes, at + Long.BYTES)) == 0) {
            at += 2 * Long.BYTES;
        }
        for (; at + Long.BYTES <= to; at += Long.BYTES) {
            long told = notAscii(at(bytes, at));
            if (told != 0) {
                return at + first(told);
            }
        }
        while (at < to && bytes[at] >= 0) {
            at++;
        }
        return at;
    }

    private static boolean hasInThirtyTwo(byte[] bytes, int at, int value) {
        return (equal(at(bytes, at), value)
                        | equal(at(bytes, at + Long.BYTES), value)
                        | equal(at(bytes, at + 2 * Long.BYTES), value)
                        | equal(at(bytes, at + 3 * Long.BYTES), value))
                != 0;
    }
}
