package io.kernelign.training.memory;

/** The parts of what a training takes; {@code docs/memory.md} has their formulas. */
public enum Part {
    PROCESS("process", "The Java machine with its heap, and libtorch's code."),
    WEIGHTS("weights", "The frozen model: projections in the type they are kept in, all else in float32."),
    HEAD_COPY("headCopy", "The output head once more, in the type of the products."),
    WIDENED("widened", "One layer's projections in float32, where they are kept in bfloat16 and multiplied in that."),
    TRAINED("trained", "What is trained: the adapter, or a second copy of all weights."),
    GRADIENTS("gradients", "A gradient for each number that is trained."),
    MOMENTS("moments", "AdamW's two moments of each number that is trained."),
    ACTIVATIONS(
            "activations",
            "What the layers that are trained, and those above them, keep of the largest batch until backward."),
    LAYER_INPUTS("layerInputs", "What enters each of these layers, where they are computed again for backward."),
    STATES("states", "Hidden states of the batch around the output head, and its rotary tables."),
    BACKWARD("backward", "What backward makes at its most, with the one layer that it computes again, if it does."),
    LOGITS("logits", "Logits of a chunk of response tokens, and what is made of them."),
    HEAD_GRADIENT("headGradient", "The gradient of an output head that is trained, while it is added up."),
    EVALUATION("evaluation", "A forward pass that nothing is kept of."),
    SPECTRUM("spectrum", "The largest projection in float64, while its spectrum is fitted."),
    SEMANTICS("semantics", "Embeddings of pairs, while a semantic signal is fitted to them."),
    FREED("freed", "What the memory allocator keeps of what was freed before.");

    private final String text;
    private final String meaning;

    Part(String text, String meaning) {
        this.text = text;
        this.meaning = meaning;
    }

    /** Its name where it is written. */
    public String text() {
        return text;
    }

    /** A sentence. */
    public String meaning() {
        return meaning;
    }
}
