package io.kernelign.data.pair;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** JSON in the making, out of texts that are in UTF-8 already: eight bytes at a time where nothing has to be escaped. */
final class JsonText {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long EACH = 0x0101010101010101L;
    private static final long HIGHEST_BITS = 0x8080808080808080L;
    private static final int FIRST_PRINTABLE = ' ';
    private static final int LONGEST_ESCAPE = 6;

    private static final byte[][] ESCAPES = new byte[128][];

    static {
        for (int c = 0; c < FIRST_PRINTABLE; c++) {
            ESCAPES[c] = ascii("\\u00" + HexFormat.of().withUpperCase().toHexDigits((byte) c));
        }
        for (var escape : List.of("\"\"", "\\\\", "\bb", "\tt", "\nn", "\ff", "\rr")) {
            ESCAPES[escape.charAt(0)] = ascii("\\" + escape.charAt(1));
        }
    }

    private byte[] bytes;
    private int length;

    /** @param expected about how many bytes it will have */
    JsonText(int expected) {
        this.bytes = new byte[expected];
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Adds JSON as it is. */
    JsonText raw(byte[] json) {
        reserve(json.length);
        System.arraycopy(json, 0, bytes, length, json.length);
        length += json.length;
        return this;
    }

    /** Adds a text between quotation marks. */
    JsonText quoted(byte[] utf8) {
        reserve(utf8.length + 2);
        bytes[length++] = '"';
        int at = 0;
        while (at < utf8.length) {
            at = copyPlain(utf8, at);
            if (at < utf8.length) {
                escape(utf8[at++], utf8.length - at);
            }
        }
        bytes[length++] = '"';
        return this;
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }

    /** Copies up to the next byte that has to be escaped; where that, or the end, is. */
    private int copyPlain(byte[] utf8, int from) {
        int at = from;
        for (; at + Long.BYTES <= utf8.length; at += Long.BYTES, length += Long.BYTES) {
            long eight = (long) LONGS.get(utf8, at);
            LONGS.set(bytes, length, eight);
            long special = special(eight);
            if (special != 0) {
                int plain = Long.numberOfTrailingZeros(special) / Byte.SIZE;
                length += plain;
                return at + plain;
            }
        }
        for (; at < utf8.length && (utf8[at] < 0 || ESCAPES[utf8[at]] == null); at++) {
            bytes[length++] = utf8[at];
        }
        return at;
    }

    /** The highest bit of the first of eight bytes that has to be escaped is the lowest one set; none, when none has to. */
    private static long special(long eight) {
        return (below(eight, FIRST_PRINTABLE) | below(eight ^ '"' * EACH, 1) | below(eight ^ '\\' * EACH, 1))
                & HIGHEST_BITS;
    }

    private static long below(long eight, int limit) {
        return eight - limit * EACH & ~eight;
    }

    private void escape(byte character, int toCome) {
        reserve(LONGEST_ESCAPE + toCome + 1);
        raw(ESCAPES[character]);
    }

    /** Makes room for so many bytes, and eight more that may be written over. */
    private void reserve(int more) {
        int needed = length + more + Long.BYTES;
        if (needed > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(needed, bytes.length + bytes.length / 2));
        }
    }
}
