package io.kernelign.training.memory;

/** How much of a training's memory a part takes. */
public record Term(Part part, long bytes) {}
