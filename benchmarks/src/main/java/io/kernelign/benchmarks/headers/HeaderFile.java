package io.kernelign.benchmarks.headers;

import io.kernelign.lm.weights.ByteSource;
import java.util.Arrays;

/** A safetensors file in memory that lets nobody read outside of it, and counts what is read. */
final class HeaderFile implements ByteSource {

    private final byte[] head;
    private final long size;
    private long given;

    /**
     * @param head its first bytes; zeros follow
     * @param size of the whole file
     */
    HeaderFile(byte[] head, long size) {
        this.head = head;
        this.size = size;
    }

    /** Somebody asked for bytes that the file does not have. */
    static final class ReadOutside extends RuntimeException {
        private ReadOutside(long position, int count, long size) {
            super(count + " bytes at " + position + " of a file of " + size);
        }
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public byte[] bytes(long position, int count) {
        if (position < 0 || count < 0 || count > size - position) {
            throw new ReadOutside(position, count, size);
        }
        given += count;
        int from = (int) Math.min(position, head.length);
        return Arrays.copyOfRange(head, from, from + count);
    }

    /** What may be allocated for what was read. */
    long allocationLimit() {
        return (256 << 10) + 32 * given;
    }

    /** All that tells one case from another. */
    String content() {
        return size + Arrays.toString(head);
    }
}
