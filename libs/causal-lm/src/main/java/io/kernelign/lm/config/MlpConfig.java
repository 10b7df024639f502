package io.kernelign.lm.config;

/**
 * The gated MLP: down(activation(gate(x)) * up(x)).
 *
 * @param width inside it, at least 1
 */
public record MlpConfig(int width, Activation activation) {}
