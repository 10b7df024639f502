package io.kernelign.data.rows;

import io.kernelign.data.defect.UnusableInputException;

/** How many unpacked bytes all files of a data set may still have. */
public final class Quota {

    private final long limit;
    private long used;

    public Quota(Limits limits) {
        this.limit = limits.unpackedBytes();
    }

    /** @throws UnusableInputException that is more than is left */
    public void use(long bytes) {
        used += bytes;
        if (used > limit) {
            throw new UnusableInputException(
                    "file", "larger than the limit", "at most " + limit + " bytes after decompression");
        }
    }
}
