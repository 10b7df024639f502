package io.kernelign.training;

import io.kernelign.alignment.spectrum.WeightedAlpha;
import java.util.List;
import java.util.Optional;

/**
 * What a training that has come to its end tells beside its curves.
 *
 * @param outliers held-out pairs with the largest wrong margins, at most 20, the worst first
 * @param alphaBefore empty when the model's matrices are too small to be fitted
 * @param alphaAfter likewise
 */
public record Findings(
        EmbeddingScatter scatter,
        List<WrongPair> outliers,
        Optional<WeightedAlpha> alphaBefore,
        Optional<WeightedAlpha> alphaAfter) {

    public Findings {
        outliers = List.copyOf(outliers);
    }
}
