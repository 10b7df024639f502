package io.kernelign.gateway.upload;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Supplier;

/** The body of a request, of which no more than a limit is taken. */
final class RequestBytes {

    private final InputStream body;
    private final long limit;
    private final Supplier<UploadRefusal> tooLarge;
    private long count;

    RequestBytes(InputStream body, long limit, Supplier<UploadRefusal> tooLarge) {
        this.body = body;
        this.limit = limit;
        this.tooLarge = tooLarge;
    }

    /**
     * Reads as much as is there into a chunk.
     *
     * @return how many bytes; -1 at the end
     * @throws BrokenBodyException the body ended too early
     * @throws UploadRefusal it goes beyond the limit
     */
    int read(byte[] chunk) throws IOException {
        int got;
        try {
            got = body.read(chunk);
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
