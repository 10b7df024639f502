package io.kernelign.data.rows;

import java.io.IOException;
import java.io.InputStream;

/** How a file is packed: told by its first bytes, never by its name. */
public final class Compression {

    private Compression() {}

    /**
     * The unpacked bytes of a file, guarded by the limits on size and ratio.
     *
     * @throws io.kernelign.data.defect.UnusableInputException here or while reading: damaged or beyond a limit
     */
    public static InputStream unpack(InputStream file, Limits limits) throws IOException {
        var packed = new CountedInput(file);
        var peeked = new PeekedInput(packed);
        var unpacked = peeked.startsWith(0x1f, 0x8b) ? new GzipInput(peeked) : peeked;
        return new GuardedInput(unpacked, packed, limits);
    }
}
