package io.kernelign.benchmarks.selection.speed;

import io.kernelign.data.embedding.EmbeddedPair;
import io.kernelign.data.embedding.TextVectors;
import java.util.AbstractList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Embeddings of pairs without a text in common, made anew whenever they are asked for: both responses are the prompt and noise, of
 * which each has an amount of its own.
 */
record RandomTriples(int count, int dimension) implements TextVectors {

    private static final int TEXTS = 3;

    @Override
    public int texts() {
        return TEXTS * count;
    }

    @Override
    public float[] vector(int text) {
        var vector = new float[dimension];
        add(vector, new SplittableRandom(text / TEXTS), 1);
        if (text % TEXTS > 0) {
            var own = new SplittableRandom(-text);
            add(vector, own, own.nextFloat(0.4f, 1.2f));
        }
        return vector;
    }

    private static void add(float[] vector, SplittableRandom random, float amount) {
        for (int i = 0; i < vector.length; i++) {
            vector[i] += amount * (random.nextInt() * 0x1p-31f);
        }
    }

    List<EmbeddedPair> pairs() {
        return new AbstractList<>() {
            @Override
            public EmbeddedPair get(int pair) {
                return new EmbeddedPair(pair, TEXTS * pair, TEXTS * pair + 1, TEXTS * pair + 2);
            }

            @Override
            public int size() {
                return count;
            }
        };
    }
}
