package io.kernelign.objective.link;

import io.kernelign.input.ObjectType;
import io.kernelign.objective.declare.Declaration;
import io.kernelign.torch.Tensor;
import java.util.List;
import java.util.Map;

/**
 * Self-play preference optimisation with certain labels: each log ratio is drawn to its own target.
 */
public record SppoHard() implements RewardLink {

    static final Declaration<SppoHard> DECLARATION = new Declaration<>(
            "sppo_hard",
            "Draws the log ratios to plus and minus 1 / (2 beta) (SPPO with certain labels).",
            "\\left(\\log u_+ - \\tfrac{1}{2 \\beta}\\right)^2 + \\left(\\log u_- + \\tfrac{1}{2 \\beta}\\right)^2",
            "arXiv 2405.00675, Eq. 4.7",
            SppoHard.class,
            ObjectType.of(List.of(), values -> new SppoHard(), sppoHard -> Map.of()));

    @Override
    public Tensor loss(Rewards rewards, double beta) {
        double target = 0.5 / beta;
        return rewards.chosen()
                .minus(target)
                .square()
                .plus(rewards.rejected().plus(target).square());
    }
}
