package io.kernelign.alignment.selection;

/** The embeddings of pairs, wherever they are kept; several threads read at once. */
@FunctionalInterface
public interface PairVectors {

    /** Copies the vectors of a pair; they need not be normalised. */
    void read(int pair, float[] prompt, float[] chosen, float[] rejected);
}
