package io.kernelign.lm.config;

/** Which RMS norm queries and keys pass before they are rotated. */
public enum QueryKeyNorm {
    NONE,
    /** Over each head, with one weight for all heads. */
    PER_HEAD,
    /** Over all heads together. */
    WHOLE
}
