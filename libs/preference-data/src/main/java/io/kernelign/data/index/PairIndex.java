package io.kernelign.data.index;

/**
 * Where each pair stood first, as a number above 0. It knows a pair by 64 bits of its id, so that among 10 million pairs a false
 * duplicate has a chance of 3 in a million.
 */
public final class PairIndex {

    private final LongTable places;

    public PairIndex(Scratch scratch) {
        this.places = new LongTable(scratch);
    }

    /** The place where the pair stood first, or 0. */
    public long placeOf(String id) {
        return places.get(key(id));
    }

    /** The place where the pair stood first, or 0: then this one is noted. */
    public long note(String id, long place) {
        return places.putIfAbsent(key(id), place);
    }

    private static long key(String id) {
        return Long.parseUnsignedLong(id, 0, 16, 16);
    }
}
