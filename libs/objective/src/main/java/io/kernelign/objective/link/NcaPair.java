package io.kernelign.objective.link;

import io.kernelign.input.ObjectType;
import io.kernelign.objective.declare.Declaration;
import io.kernelign.torch.Tensor;
import java.util.List;
import java.util.Map;

/**
 * Noise-contrastive alignment: raises the chosen response's own reward instead of the difference alone.
 */
public record NcaPair() implements RewardLink {

    static final Declaration<NcaPair> DECLARATION = new Declaration<>(
            "nca_pair",
            "Optimises each response's own likelihood, so that the chosen one need not fall (NCA).",
            "-\\log \\sigma(r_+) - \\tfrac12 \\log \\sigma(-r_+) - \\tfrac12 \\log \\sigma(-r_-)",
            "arXiv 2402.05369",
            NcaPair.class,
            ObjectType.of(List.of(), values -> new NcaPair(), ncaPair -> Map.of()));

    @Override
    public Tensor loss(Rewards rewards, double beta) {
        var chosen = rewards.chosen().times(beta);
        var rejected = rewards.rejected().times(beta);
        var noise = chosen.negated().logSigmoid().plus(rejected.negated().logSigmoid());
        return chosen.logSigmoid().plus(noise.times(0.5)).negated();
    }
}
