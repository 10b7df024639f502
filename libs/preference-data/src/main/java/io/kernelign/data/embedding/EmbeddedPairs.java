package io.kernelign.data.embedding;

import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

/** Pairs with the vectors of their texts, memory-mapped: what is not looked at takes no memory. */
public final class EmbeddedPairs {

    private final FloatBuffer[] parts;
    private final int textsPerPart;
    private final int dimension;
    private final IntBuffer pairs;

    /** @param parts each with {@code textsPerPart} vectors, the last one with the rest */
    EmbeddedPairs(FloatBuffer[] parts, int textsPerPart, int dimension, IntBuffer pairs) {
        this.parts = parts;
        this.textsPerPart = textsPerPart;
        this.dimension = dimension;
        this.pairs = pairs;
    }

    public List<EmbeddedPair> pairs() {
        return new MappedPairs(pairs);
    }

    /** Of every vector. */
    public int dimension() {
        return dimension;
    }

    /** Copies the vectors of a pair. */
    public void read(int pair, float[] prompt, float[] chosen, float[] rejected) {
        int at = EmbeddingFile.COLUMNS * pair;
        copy(pairs.get(at + 1), prompt);
        copy(pairs.get(at + 2), chosen);
        copy(pairs.get(at + 3), rejected);
    }

    /** The vector of the text at a place. */
    public float[] vector(int text) {
        var vector = new float[dimension];
        copy(text, vector);
        return vector;
    }

    private void copy(int text, float[] into) {
        parts[text / textsPerPart].get(text % textsPerPart * dimension, into);
    }

    private static final class MappedPairs extends AbstractList<EmbeddedPair> implements RandomAccess {

        private final IntBuffer numbers;

        MappedPairs(IntBuffer numbers) {
            this.numbers = numbers;
        }

        @Override
        public EmbeddedPair get(int pair) {
            int at = EmbeddingFile.COLUMNS * pair;
            return new EmbeddedPair(numbers.get(at), numbers.get(at + 1), numbers.get(at + 2), numbers.get(at + 3));
        }

        @Override
        public int size() {
            return numbers.capacity() / EmbeddingFile.COLUMNS;
        }
    }
}
