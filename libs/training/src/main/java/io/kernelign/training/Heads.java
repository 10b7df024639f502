package io.kernelign.training;

import io.kernelign.lm.config.ModelTensors;
import io.kernelign.lm.decoder.Decoder;
import io.kernelign.lm.decoder.Head;
import io.kernelign.objective.divergence.Vocabulary;

/**
 * The output heads of a policy and its reference.
 *
 * @param trained whether the policy's is among the leaves of training; else both are the same
 * @param vocabulary how near tokens are to each other, by the reference's embedding, which never changes
 */
record Heads(Head policy, Head reference, boolean trained, Vocabulary vocabulary) {

    static Heads of(Policy policy, Decoder reference) {
        return new Heads(
                policy.model().head(),
                reference.head(),
                policy.trainsHead(),
                new Vocabulary(reference.weights().get(ModelTensors.EMBEDDING)));
    }
}
