package io.kernelign.data.rows.parquet;

import io.kernelign.data.defect.UnusableInputException;
import io.kernelign.data.rows.Limits;

/** What the pages of all columns may take: together at one time, and unpacked over the whole file. */
final class PageMemory {

    private static final long LARGEST = 128L << 20;

    private final Limits limits;
    private final long packedSize;
    private long held;
    private long unpacked;

    PageMemory(Limits limits, long packedSize) {
        this.limits = limits;
        this.packedSize = packedSize;
    }

    /**
     * To be asked before a page is read; gives the bytes that it takes.
     *
     * @throws UnusableInputException it is one too many
     */
    long take(int packedBytes, int unpackedBytes) {
        long both = (long) packedBytes + unpackedBytes;
        held += both;
        if (held > LARGEST) {
            throw new UnusableInputException(
                    "file",
                    "Parquet of which one page a column takes more than " + LARGEST + " bytes",
                    "smaller pages or fewer columns");
        }
        count(unpackedBytes);
        return both;
    }

    /** Counts values of a page, each as one byte: in no bytes at all they could go on without end. */
    void count(int values) {
        unpacked += values;
        limits.checkRatio(unpacked, packedSize);
    }

    void giveBack(long bytes) {
        held -= bytes;
    }
}
