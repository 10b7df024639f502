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

    /** The place where the pair stood first, or 0. @param bits the first 64 of its id */
    public long placeOf(long bits) {
        return places.get(bits);
    }

    /** The place where the pair stood first, or 0: then this one is noted. @param bits the first 64 of its id */
    public long note(long bits, long place) {
        return places.putIfAbsent(bits, place);
    }
}
