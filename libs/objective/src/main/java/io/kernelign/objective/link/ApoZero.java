package io.kernelign.objective.link;

import io.kernelign.input.ObjectType;
import io.kernelign.objective.declare.Declaration;
import io.kernelign.torch.Tensor;
import java.util.List;
import java.util.Map;

/**
 * Anchored preference optimisation for chosen responses that are better than the model's own.
 */
public record ApoZero() implements RewardLink {

    static final Declaration<ApoZero> DECLARATION = new Declaration<>(
            "apo_zero",
            "Raises the chosen and lowers the rejected response: for data better than the model (APO).",
            "1 - \\sigma(r_+) + \\sigma(r_-)",
            "arXiv 2408.06266, Eq. 7",
            ApoZero.class,
            ObjectType.of(List.of(), values -> new ApoZero(), apoZero -> Map.of()));

    @Override
    public Tensor loss(Rewards rewards, double beta) {
        var chosen = rewards.chosen().times(-beta).sigmoid();
        return chosen.plus(rewards.rejected().times(beta).sigmoid());
    }
}
