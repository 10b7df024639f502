package io.kernelign.data.rows;

import java.io.IOException;
import java.io.InputStream;

/** Lets no more bytes out than the limits on size and unpacking ratio allow. */
final class GuardedInput extends CountedInput {

    private final CountedInput packed;
    private final Limits limits;
    private final Quota quota;

    /** @param packed the stream from which {@code unpacked} gets its bytes */
    GuardedInput(InputStream unpacked, CountedInput packed, Limits limits, Quota quota) {
        super(unpacked);
        this.packed = packed;
        this.limits = limits;
        this.quota = quota;
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        check(value < 0 ? 0 : 1);
        return value;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int got = super.read(target, offset, length);
        check(Math.max(got, 0));
        return got;
    }

    private void check(int got) {
        quota.use(got);
        limits.checkRatio(count(), packed.count());
    }
}
