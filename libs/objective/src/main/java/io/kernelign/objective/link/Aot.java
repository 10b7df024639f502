package io.kernelign.objective.link;

import io.kernelign.input.ObjectType;
import io.kernelign.objective.declare.Declaration;
import io.kernelign.torch.Tensor;
import java.util.List;
import java.util.Map;

/**
 * Alignment by optimal transport: the policy's sorted log ratios are to dominate the reference's. It sorts over the batch
 * at hand, so it depends on how a step is cut into batches.
 *
 * @param labelSmoothing assumed share of flipped labels, 0 to 0.5
 */
public record Aot(double labelSmoothing) implements RewardLink {

    static final Declaration<Aot> DECLARATION = new Declaration<>(
            "aot",
            "The distribution of the policy's margins over the batch is to dominate the reference's (AOT).",
            "-\\log \\sigma\\left(\\beta (z_{(i)} - z^{ref}_{(i)})\\right)",
            "arXiv 2406.05882",
            Aot.class,
            ObjectType.of(
                    List.of(LabelSmoothing.FIELD),
                    values -> new Aot(values.get(LabelSmoothing.FIELD)),
                    aot -> Map.of(LabelSmoothing.FIELD.name(), aot.labelSmoothing)));

    @Override
    public Tensor loss(Rewards rewards, double beta) {
        var margin =
                rewards.policyMargin().sort().minus(rewards.referenceMargin().sort());
        return LabelSmoothing.logistic(margin.times(beta), labelSmoothing);
    }
}
