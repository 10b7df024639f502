/**
 * The training objective of DPO-Kernels: configuration in, an immutable objective out, which is a pure function
 * of tensors. One kernel, link or divergence a file. May import torch and checked-input; does no I/O.
 */
package io.kernelign.objective;
