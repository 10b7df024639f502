package io.kernelign.data;

/**
 * Where each pair stood first, as a number other than 0: an open-addressing table of two longs a pair. It knows a pair by 64 bits of its
 * id, so that among 10 million pairs a false duplicate has a chance of 3 in a million.
 */
final class PairIndex {

    private static final int SMALLEST = 1 << 10;

    private long[] keys = new long[SMALLEST];
    private long[] places = new long[SMALLEST];
    private int size;

    /** The place where the pair stood first, or 0. */
    long placeOf(String id) {
        return places[slot(key(id))];
    }

    /** Notes the place of a pair that {@link #placeOf} does not know. */
    void put(String id, long place) {
        if (4L * (size + 1) > 3L * keys.length) {
            grow();
        }
        insert(key(id), place);
        size++;
    }

    private static long key(String id) {
        return Long.parseUnsignedLong(id, 0, 16, 16);
    }

    private void insert(long key, long place) {
        int slot = slot(key);
        keys[slot] = key;
        places[slot] = place;
    }

    /** Where the key stands, or the free slot (place 0) where it would. */
    private int slot(long key) {
        int slot = Long.hashCode(key) & (keys.length - 1);
        while (places[slot] != 0 && keys[slot] != key) {
            slot = (slot + 1) & (keys.length - 1);
        }
        return slot;
    }

    private void grow() {
        var oldKeys = keys;
        var oldPlaces = places;
        keys = new long[2 * oldKeys.length];
        places = new long[keys.length];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldPlaces[i] != 0) {
                insert(oldKeys[i], oldPlaces[i]);
            }
        }
    }
}
