package io.kernelign.service.blob;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Compares a blob with its checksum where it ends; who does not read to the end learns nothing. */
final class VerifiedInputStream extends FilterInputStream {

    private final Blob blob;
    private final Sha256 hash = new Sha256();
    private long count;
    private boolean ended;

    VerifiedInputStream(InputStream in, Blob blob) {
        super(in);
        this.blob = blob;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int got = in.read(target, offset, length);
        if (got > 0) {
            hash.update(target, offset, got);
            count += got;
        } else if (got < 0 && !ended) {
            ended = true;
            blob.requireSame(count, hash.hex());
        }
        return got;
    }

    /** Reads what it passes over, for it counts. */
    @Override
    public long skip(long wanted) throws IOException {
        var passed = new byte[(int) Math.min(Math.max(wanted, 0), 1 << 16)];
        long skipped = 0;
        while (skipped < wanted) {
            int got = read(passed, 0, (int) Math.min(passed.length, wanted - skipped));
            if (got < 0) {
                break;
            }
            skipped += got;
        }
        return skipped;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
