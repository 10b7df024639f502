package io.kernelign.objective.link;

import io.kernelign.input.ObjectType;
import io.kernelign.objective.declare.Declaration;
import io.kernelign.torch.Tensor;
import java.util.List;
import java.util.Map;

/**
 * Alignment by optimal transport of unpaired responses: sorted chosen rewards are to dominate sorted rejected ones. It
 * sorts over the batch at hand, so it depends on how a step is cut into batches.
 *
 * @param labelSmoothing assumed share of flipped labels, 0 to 0.5
 */
public record AotUnpaired(double labelSmoothing) implements RewardLink {

    static final Declaration<AotUnpaired> DECLARATION = new Declaration<>(
            "aot_unpaired",
            "The distribution of chosen rewards over the batch is to dominate that of rejected ones (unpaired AOT).",
            "-\\log \\sigma\\left(r_{+,(i)} - r_{-,(i)}\\right)",
            "arXiv 2406.05882",
            AotUnpaired.class,
            ObjectType.of(
                    List.of(LabelSmoothing.FIELD),
                    values -> new AotUnpaired(values.get(LabelSmoothing.FIELD)),
                    aotUnpaired -> Map.of(LabelSmoothing.FIELD.name(), aotUnpaired.labelSmoothing)));

    @Override
    public Tensor loss(Rewards rewards, double beta) {
        var margin = rewards.chosen().sort().minus(rewards.rejected().sort());
        return LabelSmoothing.logistic(margin.times(beta), labelSmoothing);
    }
}
