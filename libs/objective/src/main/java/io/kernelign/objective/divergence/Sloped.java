package io.kernelign.objective.divergence;

import io.kernelign.torch.Tensor;

/**
 * A value with its derivative by log p.
 *
 * @param slope of the value's own shape, or with the vocabulary as a further dimension
 */
public record Sloped(Tensor value, Tensor slope) {}
