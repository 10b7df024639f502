package io.kernelign.objective;

import io.kernelign.torch.Tensor;

/**
 * What an objective says about one batch. The terms are numbers without dimensions that add up to the total.
 *
 * @param total what is differentiated
 * @param preference mean over pairs of what the preference costs
 * @param regulariser alpha times the mean divergence; 0 without one
 * @param entropy minus eta times the entropy of the mixture's weights; 0 without a mixture
 * @param sft weight times the mean negative log-probability of a chosen response's token; 0 without one
 * @param h implicit reward margin [pairs], nats
 * @param m what the kernel measures [pairs]: beta h, or the paper's z
 * @param psi what it answers [pairs]: the kernelised margin, or the paper's kappa(z)
 */
public record ObjectiveLoss(
        Tensor total,
        Tensor preference,
        Tensor regulariser,
        Tensor entropy,
        Tensor sft,
        Tensor h,
        Tensor m,
        Tensor psi) {}
