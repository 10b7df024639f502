package io.kernelign.data;

/**
 * On which line each pair stood first: an open-addressing table of two longs a pair. It knows a pair by 64 bits of its
 * id, so that among 10 million pairs a false duplicate has a chance of 3 in a million.
 */
final class PairIndex {

    private static final int SMALLEST = 1 << 10;

    private long[] keys = new long[SMALLEST];
    private long[] lines = new long[SMALLEST];
    private int size;

    /** The line at which the pair stood first, or 0. */
    long lineOf(String id) {
        return lines[slot(key(id))];
    }

    /** Notes the line of a pair that {@link #lineOf} does not know. */
    void put(String id, long line) {
        if (4L * (size + 1) > 3L * keys.length) {
            grow();
        }
        insert(key(id), line);
        size++;
    }

    private static long key(String id) {
        return Long.parseUnsignedLong(id, 0, 16, 16);
    }

    private void insert(long key, long line) {
        int slot = slot(key);
        keys[slot] = key;
        lines[slot] = line;
    }

    /** Where the key stands, or the free slot (line 0) where it would. */
    private int slot(long key) {
        int slot = Long.hashCode(key) & (keys.length - 1);
        while (lines[slot] != 0 && keys[slot] != key) {
            slot = (slot + 1) & (keys.length - 1);
        }
        return slot;
    }

    private void grow() {
        var oldKeys = keys;
        var oldLines = lines;
        keys = new long[2 * oldKeys.length];
        lines = new long[keys.length];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldLines[i] != 0) {
                insert(oldKeys[i], oldLines[i]);
            }
        }
    }
}
