package io.kernelign.data.text;

import io.kernelign.data.defect.BadRowException;
import io.kernelign.data.defect.DefectKind;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** UTF-8 without mercy: nothing is replaced. */
public final class Utf8 {

    private static final char REPLACEMENT = '\uFFFD';

    private Utf8() {}

    /**
     * @param field path of the field that holds the text; empty for the row as a whole
     * @throws BadRowException it is not UTF-8; says which byte of row or value
     */
    public static String decode(byte[] bytes, String field) {
        // By far the fastest way in Java, which puts a replacement where something is wrong.
        var text = new String(bytes, StandardCharsets.UTF_8);
        return text.indexOf(REPLACEMENT) < 0 ? text : decodeStrictly(bytes, field);
    }

    /** Only checks; throws as {@link #decode}. */
    public static void require(byte[] bytes) {
        int at = EightBytes.indexOfNotAscii(bytes, 0, bytes.length);
        while (at < bytes.length) {
            int length = lengthOfCharacter(bytes, at);
            if (length == 0) {
                decodeStrictly(bytes, "");
            }
            at = EightBytes.indexOfNotAscii(bytes, at + length, bytes.length);
        }
    }

    /** The character (code point) that begins there, of a text that is UTF-8. */
    public static int characterAt(byte[] bytes, int at) {
        int first = bytes[at] & 0xFF;
        if (first < 0x80) {
            return first;
        }
        int length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
        int character = first & 0x7F >> length;
        for (int i = 1; i < length; i++) {
            character = character << 6 | bytes[at + i] & 0x3F;
        }
        return character;
    }

    /** Of how many bytes a character is. */
    public static int length(int character) {
        return character < 0x80 ? 1 : character < 0x800 ? 2 : character < 0x10000 ? 3 : 4;
    }

    /**
     * Writes a character.
     *
     * @return where it ends
     */
    public static int put(int character, byte[] bytes, int at) {
        int length = length(character);
        if (length == 1) {
            bytes[at] = (byte) character;
            return at + 1;
        }
        int rest = character;
        for (int i = length - 1; i > 0; i--) {
            bytes[at + i] = (byte) (0x80 | rest & 0x3F);
            rest >>>= 6;
        }
        bytes[at] = (byte) (0xF00 >> length | rest);
        return at + length;
    }

    /** Where the last character begins of those that stand between two places. */
    static int beginOfLast(byte[] bytes, int begin, int end) {
        int at = end - 1;
        while (at > begin && (bytes[at] & 0xC0) == 0x80) {
            at--;
        }
        return at;
    }

    /** How many characters (code points) stand between two places: as many as bytes that go on with none. */
    static int characters(byte[] bytes, int begin, int end) {
        int goingOn = 0;
        int at = begin;
        for (; at + Long.BYTES <= end; at += Long.BYTES) {
            goingOn += EightBytes.count(EightBytes.goingOn(EightBytes.at(bytes, at)));
        }
        for (; at < end; at++) {
            goingOn += (bytes[at] & 0xC0) == 0x80 ? 1 : 0;
        }
        return end - begin - goingOn;
    }

    /** How many UTF-16 characters stand there: one more for each character of four bytes. */
    static int utf16Length(byte[] bytes, int begin, int end) {
        int pairs = 0;
        int at = begin;
        for (; at + Long.BYTES <= end; at += Long.BYTES) {
            pairs += EightBytes.count(EightBytes.beginningFour(EightBytes.at(bytes, at)));
        }
        for (; at < end; at++) {
            pairs += (bytes[at] & 0xF0) == 0xF0 ? 1 : 0;
        }
        return characters(bytes, begin, end) + pairs;
    }

    /** Of how many bytes a character above 127 is; 0 when it is none (table 3-7 of the Unicode standard). */
    private static int lengthOfCharacter(byte[] bytes, int at) {
        int first = bytes[at] & 0xFF;
        int length = first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 0;
        if (length == 0 || at + length > bytes.length) {
            return 0;
        }
        int second = bytes[at + 1] & 0xFF;
        int least = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
        int most = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
        boolean goesOn = least <= second && second <= most;
        for (int i = 2; i < length; i++) {
            goesOn &= (bytes[at + i] & 0xC0) == 0x80;
        }
        return goesOn ? length : 0;
    }

    private static String decodeStrictly(byte[] bytes, String field) {
        var in = ByteBuffer.wrap(bytes);
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(in).toString();
        } catch (CharacterCodingException e) {
            int at = in.position();
            var whole = field.isEmpty() ? "row" : "value";
            var found = String.format("byte 0x%02X as byte %d of the %s", bytes[at], at + 1, whole);
            throw new BadRowException(DefectKind.INVALID_UTF8, field, "text in UTF-8", found);
        }
    }
}
