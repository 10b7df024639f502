/**
 * The training objective of DPO-Kernels: configuration in, an immutable objective out, which is a pure function
 * of tensors. One kernel, link or divergence a file. May import torch and checked-input; does no I/O.
 *
 * <p>Configuration, every field optional; a name alone stands for an object of that name with default parameters:
 *
 * <pre>{@code
 * {"formulation": "rkhs_margin", "beta": 0.1,
 *  "link": {"name": "sigmoid", "labelSmoothing": 0},
 *  "kernel": {"name": "hmk", "rbf": {"margin": {"sigma": 1}}, "polynomial": {"c": 1, "d": 2},
 *             "spectral": {"l": [0.05, 0.2, 0.8], "o": [0.1, 0.3, 0.6], "w": [0.25, 0.25, 0.5]},
 *             "mahalanobis": {"ema": 0.98, "floor": 0.25}, "weights": {"eta": 0.02, "learningRate": 0.03}},
 *  "divergence": {"name": "renyi", "order": 1.5}, "alpha": 0.1}
 * }</pre>
 *
 * <p>Formulation {@code paper} reads {@code beta, kernel, direction, logRatio, embedding, divergence, alpha, estimator}.
 *
 * <p>A new kernel, link or divergence is one file with its declaration and one line in {@code Kernels},
 * {@code Links.ALL} or {@code Divergences.ALL}; validation and {@link io.kernelign.objective.Catalogue} follow from it.
 */
package io.kernelign.objective;
