package io.kernelign.objective.link;

import io.kernelign.input.ObjectType;
import io.kernelign.objective.declare.Declaration;
import io.kernelign.torch.Tensor;
import java.util.List;
import java.util.Map;

/**
 * Identity preference optimisation: the margin, a mean over tokens, is drawn to 1 / (2 beta) and not beyond.
 */
public record Ipo() implements MarginLink {

    /** Its square, summed over a batch, is still a float32; only f-DPO's exponential scores reach it. */
    private static final double LIMIT = 1e18;

    static final Declaration<Ipo> DECLARATION = new Declaration<>(
            "ipo",
            "Draws the mean log ratio a token to 1 / (2 beta), and not beyond: confident labels cannot be over-fitted.",
            "\\left(\\frac{\\psi}{\\beta} - \\frac{1}{2 \\beta}\\right)^2",
            "arXiv 2310.12036, Eq. 17",
            Ipo.class,
            ObjectType.of(List.of(), values -> new Ipo(), ipo -> Map.of()));

    @Override
    public Tensor loss(Tensor margin, double beta) {
        return margin.minus(0.5).over(beta).atMost(LIMIT).atLeast(-LIMIT).square();
    }

    @Override
    public boolean averagesTokens() {
        return true;
    }
}
