package io.kernelign.lm.generation;

/** Takes the next token of one sequence from a row of logits. */
@FunctionalInterface
interface Sampler {

    int next(float[] logits);
}
