package io.kernelign.trainer.spec;

/** Whose embeddings of the data set an objective that is left open is chosen from. */
public enum SelectionEncoder {
    /** The selector's own sentence encoder. */
    MINILM,

    /** The base model of the job. */
    POLICY
}
