package io.kernelign.selector.embedding;

import io.kernelign.selector.sample.SampledPair;
import java.nio.FloatBuffer;
import java.util.List;

/** The pairs of a sample with the vectors of their texts, memory-mapped. */
public final class EmbeddedPairs {

    private final FloatBuffer vectors;
    private final int dimension;
    private final List<SampledPair> pairs;

    EmbeddedPairs(FloatBuffer vectors, int dimension, List<SampledPair> pairs) {
        this.vectors = vectors;
        this.dimension = dimension;
        this.pairs = List.copyOf(pairs);
    }

    public List<SampledPair> pairs() {
        return pairs;
    }

    /** The vector of the text at a place. */
    public float[] vector(int text) {
        var vector = new float[dimension];
        vectors.get(text * dimension, vector);
        return vector;
    }
}
