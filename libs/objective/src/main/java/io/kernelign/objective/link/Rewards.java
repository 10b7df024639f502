package io.kernelign.objective.link;

import io.kernelign.torch.Tensor;

/**
 * What a pair's responses are worth under policy and reference, each [pairs], nats.
 *
 * @param chosen log ratio to the reference of the chosen response, or the score that f-DPO puts in its place
 * @param rejected that of the rejected one
 * @param policyMargin log pi(y+|x) - log pi(y-|x)
 * @param referenceMargin the same of the reference
 */
public record Rewards(Tensor chosen, Tensor rejected, Tensor policyMargin, Tensor referenceMargin) {}
