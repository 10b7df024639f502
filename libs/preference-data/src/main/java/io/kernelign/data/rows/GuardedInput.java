package io.kernelign.data.rows;

import io.kernelign.data.defect.UnusableInputException;
import java.io.IOException;
import java.io.InputStream;

/** Lets no more bytes out than the limits on size and unpacking ratio allow. */
final class GuardedInput extends CountedInput {

    private static final long RATIO_COUNTS_FROM = 16 << 20;

    private final CountedInput packed;
    private final Limits limits;

    /** @param packed the stream from which {@code unpacked} gets its bytes */
    GuardedInput(InputStream unpacked, CountedInput packed, Limits limits) {
        super(unpacked);
        this.packed = packed;
        this.limits = limits;
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        check();
        return value;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int got = super.read(target, offset, length);
        check();
        return got;
    }

    private void check() {
        if (count() > limits.unpackedBytes()) {
            throw new UnusableInputException(
                    "file",
                    "larger than the limit",
                    "at most " + limits.unpackedBytes() + " bytes after decompression");
        }
        if (count() > RATIO_COUNTS_FROM && count() / packed.count() >= limits.unpackingRatio()) {
            throw new UnusableInputException(
                    "file",
                    "unpacked to " + count() + " bytes out of " + packed.count(),
                    "a compression ratio below the limit of " + limits.unpackingRatio());
        }
    }
}
