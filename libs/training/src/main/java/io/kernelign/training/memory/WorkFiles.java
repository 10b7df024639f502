package io.kernelign.training.memory;

import java.util.List;

/** The files in a training's work folder: hidden states that are kept, a checkpoint, and what is made in the end. */
record WorkFiles(TrainingShape shape, List<BatchShape> train, List<BatchShape> heldOut) {

    /** What is written of each number that learns: itself and its two moments. */
    private static final int IN_CHECKPOINT = 3;

    /** Bytes of all of them at once. */
    long bytes() {
        return states() + Float.BYTES * (IN_CHECKPOINT + 1) * learned();
    }

    private long learned() {
        return shape.settings().method().parameters(shape.model());
    }

    /** Of the frozen trunk's every position, and of the reference's those that predict a response. */
    private long states() {
        boolean trunk = shape.trunkLayers() > 0;
        long ofTrain = states(train.stream().mapToLong(BatchShape::tokens).sum(), trunk)
                + states(train.stream().mapToLong(BatchShape::responseTokens).sum(), shape.readsVocabulary());
        long ofHeldOut = states(heldOut.stream().mapToLong(BatchShape::tokens).sum(), trunk)
                + states(heldOut.stream().mapToLong(BatchShape::responseTokens).sum(), true);
        return Math.round(ofTrain * shape.workload().scale()) + ofHeldOut;
    }

    private long states(long tokens, boolean kept) {
        return kept ? tokens * shape.model().hiddenSize() * Float.BYTES : 0;
    }
}
