package io.kernelign.data.text;

/** The bytes of a text that JSON has as they are: all but control characters, quotation marks and reverse solidi. */
public final class Unescaped {

    private static final int FIRST_PRINTABLE = ' ';

    private Unescaped() {}

    /**
     * Copies them up to the first byte that is none. Up to fifteen bytes behind them are overwritten.
     *
     * @param to has room for all from {@code begin} to {@code end}
     * @return how many were copied
     */
    public static int copy(byte[] from, int begin, int end, byte[] to, int at) {
        int shift = at - begin;
        int next = begin;
        for (; next + 2 * Long.BYTES <= end; next += 2 * Long.BYTES) {
            long eight = EightBytes.at(from, next);
            long nextEight = EightBytes.at(from, next + Long.BYTES);
            EightBytes.put(to, next + shift, eight);
            EightBytes.put(to, next + Long.BYTES + shift, nextEight);
            if ((others(eight) | others(nextEight)) != 0) {
                break;
            }
        }
        for (; next + Long.BYTES <= end; next += Long.BYTES) {
            long eight = EightBytes.at(from, next);
            EightBytes.put(to, next + shift, eight);
            long others = others(eight);
            if (others != 0) {
                return next + EightBytes.first(others) - begin;
            }
        }
        while (next < end && isOne(from[next])) {
            to[next + shift] = from[next];
            next++;
        }
        return next - begin;
    }

    private static long others(long eight) {
        return EightBytes.belowOrEqual(eight, FIRST_PRINTABLE, '"', '\\');
    }

    private static boolean isOne(byte b) {
        return b < 0 || b >= FIRST_PRINTABLE && b != '"' && b != '\\';
    }
}
