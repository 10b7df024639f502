package io.kernelign.data.text;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * A text as UTF-8 bytes somewhere in an array that is not changed any more. Places in it are counted in bytes. Half a
 * surrogate pair, which JSON's escapes can name and UTF-8 cannot, is held as the three bytes that it would be.
 */
public final class Text {

    private final byte[] array;
    private final int begin;
    private final int end;
    private final boolean wellFormed;

    private Text(byte[] array, int begin, int end, boolean wellFormed) {
        this.array = array;
        this.begin = begin;
        this.end = end;
        this.wellFormed = wellFormed;
    }

    /** The text that bytes are which are known to be UTF-8. */
    public static Text ofUtf8(byte[] array, int begin, int end) {
        return new Text(array, begin, end, true);
    }

    public static Text of(String text) {
        var wellFormed = !SurrogateHalves.areIn(text);
        var utf8 = wellFormed ? text.getBytes(StandardCharsets.UTF_8) : SurrogateHalves.encode(text);
        return new Text(utf8, 0, utf8.length, wellFormed);
    }

    /** Texts one after the other with something between them. */
    public static Text join(String between, List<Text> texts) {
        var separator = of(between);
        int length = Math.max(0, texts.size() - 1) * separator.length();
        boolean wellFormed = true;
        for (var text : texts) {
            length += text.length();
            wellFormed &= text.wellFormed;
        }
        var joined = new byte[length];
        int at = 0;
        for (int i = 0; i < texts.size(); i++) {
            at = i == 0 ? at : separator.copy(joined, at);
            at = texts.get(i).copy(joined, at);
        }
        return new Text(joined, 0, length, wellFormed);
    }

    /** Copies its bytes to a place; where they end. */
    private int copy(byte[] to, int at) {
        System.arraycopy(array, begin, to, at, length());
        return at + length();
    }

    /** The array in which its bytes stand, not to be changed. */
    public byte[] array() {
        return array;
    }

    /** Where in the array it begins. */
    public int begin() {
        return begin;
    }

    /** Where in the array it ends. */
    public int end() {
        return end;
    }

    /** In bytes. */
    public int length() {
        return end - begin;
    }

    public boolean isEmpty() {
        return begin == end;
    }

    /** Whether it has no half of a surrogate pair, so that it can be written as UTF-8. */
    public boolean isWellFormed() {
        return wellFormed;
    }

    /** How many characters (code points) it has. */
    public int characters() {
        return Utf8.characters(array, begin, end);
    }

    /** How many UTF-16 characters it has, which is what strings count. */
    public int utf16Length() {
        return Utf8.utf16Length(array, begin, end);
    }

    /** Whether it has more UTF-16 characters than that. */
    public boolean isLongerThan(int most) {
        return length() > most && utf16Length() > most;
    }

    /** Whether it is nothing but white space. */
    public boolean isBlank() {
        return endOfWhiteSpace(0) == length();
    }

    public boolean startsWith(Text part) {
        return hasAt(0, part);
    }

    /** How many bytes at their beginnings are the same in both. */
    public int sharedWith(Text other) {
        int differing = Arrays.mismatch(array, begin, end, other.array, other.begin, other.end);
        return differing < 0 ? length() : differing;
    }

    /** Whether another text stands there. */
    public boolean hasAt(int place, Text part) {
        int from = begin + place;
        if (part.length() > end - from) {
            return false;
        }
        int same = 0;
        while (same < part.length() && array[from + same] == part.array[part.begin + same]) {
            same++;
        }
        return same == part.length();
    }

    /**
     * Where another text stands first, from a place on.
     *
     * @param part not empty, and begins below 128
     * @return -1 when it does not
     */
    public int indexOf(Text part, int from) {
        int at = begin + from;
        while (at < end) {
            at = EightBytes.indexOf(array, at, end, part.array[part.begin]);
            if (hasAt(at - begin, part)) {
                return at - begin;
            }
            at++;
        }
        return -1;
    }

    /** What stands between two places. */
    public Text part(int from, int to) {
        return new Text(array, begin + from, begin + to, wellFormed);
    }

    /** Where the white space ends that begins there. */
    public int endOfWhiteSpace(int from) {
        int at = begin + from;
        while (at < end && array[at] <= ' ') {
            int character = Utf8.characterAt(array, at);
            if (!Character.isWhitespace(character)) {
                break;
            }
            at += Utf8.length(character);
        }
        return at - begin;
    }

    /** Without the white space around it. */
    public Text strip() {
        int from = endOfWhiteSpace(0);
        return part(from, length()).stripTrailing();
    }

    /** Without the white space at its end. */
    public Text stripTrailing() {
        int to = end;
        while (to > begin) {
            int last = Utf8.beginOfLast(array, begin, to);
            if (!Character.isWhitespace(Utf8.characterAt(array, last))) {
                break;
            }
            to = last;
        }
        return part(0, to - begin);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Text text && Arrays.equals(array, begin, end, text.array, text.begin, text.end);
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }

    /** The same as a string, made anew at each call. */
    @Override
    public String toString() {
        return wellFormed
                ? new String(array, begin, length(), StandardCharsets.UTF_8)
                : SurrogateHalves.decode(array, begin, end);
    }
}
