/**
 * Tensors on libtorch: the only module that knows DJL.
 *
 * <p>A {@link io.kernelign.torch.Tensor} lives as long as the {@link io.kernelign.torch.Scope} it was made in, and the
 * scope says whether gradients are recorded; there is no other way to compute. Everything above this module speaks of
 * tensors, never of engines, managers or handles.
 */
package io.kernelign.torch;
