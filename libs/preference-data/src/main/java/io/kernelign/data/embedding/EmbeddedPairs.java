package io.kernelign.data.embedding;

import java.nio.FloatBuffer;
import java.util.List;

/** Pairs with the vectors of their texts, memory-mapped. */
public final class EmbeddedPairs {

    private final FloatBuffer vectors;
    private final int dimension;
    private final List<EmbeddedPair> pairs;

    EmbeddedPairs(FloatBuffer vectors, int dimension, List<EmbeddedPair> pairs) {
        this.vectors = vectors;
        this.dimension = dimension;
        this.pairs = List.copyOf(pairs);
    }

    public List<EmbeddedPair> pairs() {
        return pairs;
    }

    /** The vector of the text at a place. */
    public float[] vector(int text) {
        var vector = new float[dimension];
        vectors.get(text * dimension, vector);
        return vector;
    }
}
