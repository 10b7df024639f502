package io.kernelign.objective.embedding;

import io.kernelign.torch.Tensor;
import io.kernelign.torch.Tensors;
import java.util.List;
import java.util.Map;

/** The similarities of chosen and rejected response to the prompt [pairs, 2]; nothing is fitted. */
public final class SimilarityReading implements SemanticReading {

    @Override
    public Tensor of(Tensor prompt, Tensor chosen, Tensor rejected) {
        var similarities = Similarities.of(UnitVectors.of(prompt), UnitVectors.of(chosen), UnitVectors.of(rejected));
        return Tensors.stack(List.of(similarities.chosen(), similarities.rejected()), 1);
    }

    @Override
    public Map<String, float[]> toArrays() {
        return Map.of();
    }

    @Override
    public void close() {
        // holds nothing
    }
}
