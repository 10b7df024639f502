package io.kernelign.objective.link;

import io.kernelign.input.ObjectType;
import io.kernelign.objective.declare.Declaration;
import io.kernelign.torch.Tensor;
import java.util.List;
import java.util.Map;

/**
 * Anchored preference optimisation for chosen responses that are worse than the model's own.
 */
public record ApoDown() implements RewardLink {

    static final Declaration<ApoDown> DECLARATION = new Declaration<>(
            "apo_down",
            "Lowers both responses, the rejected one more: for data worse than the model (APO).",
            "\\sigma(r_+) + 1 - \\sigma(r_+ - r_-)",
            "arXiv 2408.06266, Eq. 8",
            ApoDown.class,
            ObjectType.of(List.of(), values -> new ApoDown(), apoDown -> Map.of()));

    @Override
    public Tensor loss(Rewards rewards, double beta) {
        var chosen = rewards.chosen().times(beta).sigmoid();
        var margin = rewards.chosen().minus(rewards.rejected()).times(beta);
        return chosen.plus(margin.negated().sigmoid());
    }
}
