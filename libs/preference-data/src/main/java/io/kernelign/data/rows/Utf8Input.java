package io.kernelign.data.rows;

import io.kernelign.data.defect.UnusableInputException;
import io.kernelign.data.text.Utf8;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Writes UTF-16 or UTF-32 as UTF-8, unit by unit; what UTF-8 cannot say stays recognisable as an error. */
final class Utf8Input extends InputStream {

    private static final int LAST_CODE_POINT = 0x10FFFF;
    private static final int NONE = -1;
    private static final byte NEVER_IN_UTF8 = (byte) 0xFF;

    private final InputStream text;
    private final int unit;
    private final boolean bigEndian;
    private final byte[] letter = new byte[4];
    private int written;
    private int length;
    private long ahead = NONE;

    /** @param unit bytes of a unit: 2 or 4 */
    Utf8Input(InputStream text, int unit, boolean bigEndian) {
        this.text = new BufferedInputStream(text, 1 << 16);
        this.unit = unit;
        this.bigEndian = bigEndian;
    }

    @Override
    public int read() throws IOException {
        if (written == length && !encodeNext()) {
            return -1;
        }
        return letter[written++] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int wanted) throws IOException {
        int got = 0;
        while (got < wanted) {
            int value = read();
            if (value < 0) {
                break;
            }
            target[offset + got++] = (byte) value;
        }
        return got == 0 && wanted > 0 ? -1 : got;
    }

    @Override
    public void close() throws IOException {
        text.close();
    }

    private boolean encodeNext() throws IOException {
        long read = codePoint();
        if (read == NONE) {
            return false;
        }
        written = 0;
        int point = (int) Math.min(read, LAST_CODE_POINT + 1);
        if (point > LAST_CODE_POINT) {
            letter[0] = NEVER_IN_UTF8;
            length = 1;
        } else {
            length = Utf8.put(point, letter, 0);
        }
        return true;
    }

    /** The next code point, or half of a surrogate pair that has no other half, or {@code NONE} at the end. */
    private long codePoint() throws IOException {
        long first = ahead == NONE ? nextUnit() : ahead;
        ahead = NONE;
        if (unit == 4 || first == NONE || !Character.isHighSurrogate((char) first)) {
            return first;
        }
        ahead = nextUnit();
        if (ahead == NONE || !Character.isLowSurrogate((char) ahead)) {
            return first;
        }
        int pair = Character.toCodePoint((char) first, (char) ahead);
        ahead = NONE;
        return pair;
    }

    private long nextUnit() throws IOException {
        long value = 0;
        for (int i = 0; i < unit; i++) {
            int next = text.read();
            if (next < 0 && i == 0) {
                return NONE;
            }
            if (next < 0) {
                throw new UnusableInputException(
                        "file", "text in UTF-" + 8 * unit + " that ends within a character", "a complete text");
            }
            value |= (long) next << 8 * (bigEndian ? unit - 1 - i : i);
        }
        return value;
    }
}
