package io.kernelign.training.memory;

import io.kernelign.lm.config.ModelConfig;
import io.kernelign.lm.decoder.Head;
import io.kernelign.lm.decoder.Precision;

/** What the output head takes of a batch, in bytes: its logits exist a chunk of rows at a time. */
final class HeadActivations {

    private final ModelConfig model;
    private final int product;
    private final boolean readsVocabulary;

    /** @param readsVocabulary whether the objective's divergence is computed over all tokens */
    HeadActivations(ModelConfig model, Precision precision, boolean readsVocabulary) {
        this.model = model;
        product = precision.productBytes();
        this.readsVocabulary = readsVocabulary;
    }

    /** Until backward: the states that predict the response tokens, and the slope of each term by them. */
    long kept(BatchShape batch) {
        long slopes = readsVocabulary ? 2 : 1;
        return (1 + slopes) * states(batch);
    }

    /** The states that predict the response tokens, [m, d]. */
    long states(BatchShape batch) {
        return batch.responseTokens() * model.hiddenSize() * Float.BYTES;
    }

    /** The logits of a chunk, in a step. */
    long inStep(BatchShape batch) {
        return readsVocabulary ? ofBoth(batch) : ofPolicy(batch);
    }

    /** Logits and what the softmax makes of them. */
    private long ofPolicy(BatchShape batch) {
        long logits = chunk(batch);
        long capped = model.head().softCap() > 0 ? 3 * Float.BYTES * logits : 0;
        long widened = product == Float.BYTES ? 0 : Float.BYTES * logits;
        return (product + Float.BYTES) * logits + capped + widened;
    }

    /** Logits of policy and reference side by side, as every evaluation compares them. */
    long ofBoth(BatchShape batch) {
        long widened = product == Float.BYTES ? 0 : Float.BYTES;
        long capped = model.head().softCap() > 0 ? 3 * Float.BYTES : 0;
        return 2 * chunk(batch) * (product + widened + capped);
    }

    /** The gradient of a head that learns: its sum, a chunk's, and that with the targets' rows. */
    long gradient(BatchShape batch) {
        return 3 * weight() + 5 * Float.BYTES * chunk(batch);
    }

    /** The head's weight in float32. */
    long weight() {
        return (long) model.vocabularySize() * model.hiddenSize() * Float.BYTES;
    }

    /** Logits of the largest chunk. */
    private long chunk(BatchShape batch) {
        return Math.min(batch.responseTokens(), Head.chunk(model.vocabularySize())) * model.vocabularySize();
    }
}
