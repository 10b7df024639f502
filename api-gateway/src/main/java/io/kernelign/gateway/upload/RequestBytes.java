package io.kernelign.gateway.upload;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Supplier;

/**
 * The body of a request, of which no more than a limit is taken. Reading it throws a {@link BrokenBodyException} where it
 * ends too early, and an {@link UploadRefusal} where it goes beyond the limit; closing it does nothing.
 */
final class RequestBytes extends InputStream {

    private final InputStream body;
    private final long limit;
    private final Supplier<UploadRefusal> tooLarge;
    private long count;

    /** @param limit in bytes */
    RequestBytes(InputStream body, long limit, Supplier<UploadRefusal> tooLarge) {
        this.body = body;
        this.limit = limit;
        this.tooLarge = tooLarge;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int got;
        try {
            got = body.read(target, offset, length);
        } catch (IOException e) {
            throw new BrokenBodyException(count, e);
        }
        count += Math.max(got, 0);
        if (count > limit) {
            throw tooLarge.get();
        }
        return got;
    }
}
