package io.kernelign.data.rows;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** Bytes that are still to come: those that were looked at are kept until they are read again. */
final class StreamedBytes implements FileBytes {

    private static final int SMALLEST = 1 << 16;

    private final InputStream stream;
    private byte[] kept = new byte[SMALLEST];
    private int length;
    private boolean opened;

    StreamedBytes(InputStream stream) {
        this.stream = stream;
    }

    @Override
    public InputStream look() {
        if (opened) {
            throw new IllegalStateException("the bytes of a stream are read once only");
        }
        return new Reader();
    }

    @Override
    public InputStream open() {
        var all = look();
        opened = true;
        return all;
    }

    @Override
    public Optional<Path> path() {
        return Optional.empty();
    }

    private void keep(byte[] bytes, int offset, int count) {
        if (length + count > kept.length) {
            kept = Arrays.copyOf(kept, Math.max(length + count, 2 * kept.length));
        }
        System.arraycopy(bytes, offset, kept, length, count);
        length += count;
    }

    /** From the first byte on; what it takes from the stream is kept unless this is the last time. */
    private final class Reader extends InputStream {

        private int position;

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
        }

        @Override
        public int read(byte[] target, int offset, int count) throws IOException {
            if (position < length) {
                int again = Math.min(count, length - position);
                System.arraycopy(kept, position, target, offset, again);
                position += again;
                return again;
            }
            if (opened) {
                kept = new byte[0];
                return stream.read(target, offset, count);
            }
            int got = stream.read(target, offset, count);
            if (got > 0) {
                keep(target, offset, got);
                position += got;
            }
            return got;
        }
    }
}
