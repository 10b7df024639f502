package io.kernelign.contracts;

/** A kernel and a divergence that raced. */
public record PilotChoiceView(String kernel, String divergence) {}
