package io.kernelign.objective.link;

import io.kernelign.input.ObjectType;
import io.kernelign.objective.declare.Declaration;
import io.kernelign.torch.Tensor;
import java.util.List;
import java.util.Map;

/**
 * Binary classification of chosen and rejected responses. The paper's running mean, by which it shifts the rewards, is left
 * out: TRL's loss of this name has none.
 */
public record BcoPair() implements RewardLink {

    static final Declaration<BcoPair> DECLARATION = new Declaration<>(
            "bco_pair",
            "Classifies responses as chosen or rejected, each on its own (BCO).",
            "-\\log \\sigma(r_+) - \\log \\sigma(-r_-)",
            "arXiv 2404.04656",
            BcoPair.class,
            ObjectType.of(List.of(), values -> new BcoPair(), bcoPair -> Map.of()));

    @Override
    public Tensor loss(Rewards rewards, double beta) {
        return rewards.chosen()
                .times(beta)
                .logSigmoid()
                .plus(rewards.rejected().times(-beta).logSigmoid())
                .negated();
    }
}
