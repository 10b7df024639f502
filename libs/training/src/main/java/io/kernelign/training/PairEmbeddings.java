package io.kernelign.training;

/** A frozen encoder's embeddings of pairs, by the pair's id. */
public interface PairEmbeddings {

    /** Of the prompt, the chosen and the rejected response: three vectors of one length. */
    float[][] of(String pair);
}
