package io.kernelign.objective;

import io.kernelign.torch.Tensor;

/**
 * What an objective says about one batch. The three terms are numbers without dimensions that add up to the total.
 *
 * @param total what is differentiated
 * @param preference mean over pairs of the link's loss
 * @param regulariser alpha times the mean divergence; 0 without one
 * @param entropy minus eta times the entropy of the mixture's weights; 0 without a mixture
 * @param h implicit reward margin [pairs], nats
 * @param m beta h [pairs]
 * @param psi kernelised margin [pairs]
 */
public record ObjectiveLoss(
        Tensor total, Tensor preference, Tensor regulariser, Tensor entropy, Tensor h, Tensor m, Tensor psi) {}
