package io.kernelign.data.rows;

import io.kernelign.data.defect.UnusableInputException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Gzip (RFC 1952), of one member or several, zeros after the last allowed. Unlike {@link java.util.zip.GZIPInputStream}
 * it takes nothing else that follows for the end, and every error says at which byte of the file it is.
 */
final class GzipInput extends InputStream {

    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;
    private static final int HEADER_CHECK = 2;
    private static final int RESERVED = 0xE0;

    private final InputStream packed;
    private final byte[] buffer = new byte[1 << 16];
    private int position;
    private int filled;
    private long bufferStart;

    private final Inflater inflater = new Inflater(true);
    private final CRC32 check = new CRC32();
    private boolean inMember;
    private boolean ended;

    GzipInput(InputStream packed) {
        this.packed = packed;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        while (!ended && length > 0) {
            if (!inMember) {
                beginMember();
            }
            int got = inflate(target, offset, length);
            if (got > 0) {
                return got;
            }
        }
        return length == 0 ? 0 : -1;
    }

    private int inflate(byte[] target, int offset, int length) throws IOException {
        try {
            int got = inflater.inflate(target, offset, length);
            check.update(target, offset, got);
            position = filled - inflater.getRemaining();
            if (inflater.finished()) {
                endMember();
            } else if (inflater.needsDictionary()) {
                throw damaged("a dictionary is asked for");
            } else if (inflater.needsInput()) {
                fill();
                inflater.setInput(buffer, position, filled - position);
            }
            return got;
        } catch (DataFormatException e) {
            position = filled - inflater.getRemaining();
            throw damaged(e.getMessage());
        }
    }

    private void beginMember() throws IOException {
        expect(0x1f);
        expect(0x8b);
        expect(8);
        int flags = next();
        if ((flags & RESERVED) != 0) {
            throw damaged("unknown flags");
        }
        skip(6);
        if ((flags & EXTRA) != 0) {
            skip(next() | next() << 8);
        }
        if ((flags & NAME) != 0) {
            skipText();
        }
        if ((flags & COMMENT) != 0) {
            skipText();
        }
        if ((flags & HEADER_CHECK) != 0) {
            skip(2);
        }
        inflater.reset();
        inflater.setInput(buffer, position, filled - position);
        check.reset();
        inMember = true;
    }

    private void endMember() throws IOException {
        if (nextWord() != check.getValue()) {
            throw damaged("wrong checksum");
        }
        if (nextWord() != (inflater.getBytesWritten() & 0xFFFFFFFFL)) {
            throw damaged("wrong length");
        }
        inMember = false;
        while (hasNext() && buffer[position] == 0) {
            position++;
        }
        if (!hasNext()) {
            ended = true;
        } else if ((buffer[position] & 0xff) != 0x1f) {
            throw new UnusableInputException(
                    "file", "gzip data followed by something else from byte " + (at() + 1) + " on", "gzip data only");
        }
    }

    private void expect(int wanted) throws IOException {
        if (next() != wanted) {
            throw damaged("no member begins here");
        }
    }

    private void skip(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            next();
        }
    }

    private void skipText() throws IOException {
        while (next() != 0) {
            continue;
        }
    }

    private long nextWord() throws IOException {
        return next() | next() << 8 | next() << 16 | (long) next() << 24;
    }

    private int next() throws IOException {
        fill();
        return buffer[position++] & 0xff;
    }

    private void fill() throws IOException {
        if (!hasNext()) {
            throw new UnusableInputException(
                    "file", "gzip data that ends too early, after byte " + at(), "a complete gzip file");
        }
    }

    private boolean hasNext() throws IOException {
        if (position == filled) {
            bufferStart += filled;
            position = 0;
            filled = Math.max(0, packed.read(buffer));
        }
        return filled > 0;
    }

    /** How many bytes of the file are behind. */
    private long at() {
        return bufferStart + position;
    }

    private UnusableInputException damaged(String how) {
        return new UnusableInputException(
                "file", "damaged gzip data near byte " + at() + ": " + how, "an intact gzip file");
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        packed.close();
    }
}
