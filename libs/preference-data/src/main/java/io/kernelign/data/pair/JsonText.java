package io.kernelign.data.pair;

import io.kernelign.data.text.Text;
import io.kernelign.data.text.Unescaped;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** JSON in the making, out of texts that are in UTF-8 already. */
final class JsonText {

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
    JsonText quoted(Text text) {
        reserve(text.length() + 2);
        bytes[length++] = '"';
        int at = text.begin();
        while (at < text.end()) {
            int copied = Unescaped.copy(text.array(), at, text.end(), bytes, length);
            length += copied;
            at += copied;
            if (at < text.end()) {
                escape(text.array()[at++], text.end() - at);
            }
        }
        bytes[length++] = '"';
        return this;
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }

    private void escape(byte character, int toCome) {
        reserve(LONGEST_ESCAPE + toCome + 1);
        for (byte b : ESCAPES[character]) {
            bytes[length++] = b;
        }
    }

    /** Makes room for so many bytes, and eight more that may be written over. */
    private void reserve(int more) {
        int needed = length + more + Long.BYTES;
        if (needed > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(needed, bytes.length + bytes.length / 2));
        }
    }
}
