package io.kernelign.standalone.demo.task;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The byte-level alphabet of GPT-2's tokenizer: every byte as one visible character. Printable Latin-1 bytes stand
 * for themselves, the others are numbered from U+0100 on (the space is U+0120).
 */
final class ByteLevel {

    /** The character of each byte, by unsigned value. */
    static final List<String> ALPHABET = alphabet();

    private ByteLevel() {}

    /** The text as its UTF-8 bytes' characters. */
    static String encode(String text) {
        var characters = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            characters.append(ALPHABET.get(Byte.toUnsignedInt(b)));
        }
        return characters.toString();
    }

    private static List<String> alphabet() {
        var alphabet = new ArrayList<String>();
        int invisible = 0;
        for (int b = 0; b < 256; b++) {
            alphabet.add(Character.toString(visible(b) ? b : 256 + invisible++));
        }
        return List.copyOf(alphabet);
    }

    private static boolean visible(int b) {
        return (b >= '!' && b <= '~') || (b >= 0xA1 && b <= 0xAC) || b >= 0xAE;
    }
}
