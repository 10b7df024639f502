package io.kernelign.objective.embedding;

import io.kernelign.torch.Tensor;
import java.util.Map;

/** What an objective reads from the embeddings of pairs, fitted once. */
public interface SemanticReading extends AutoCloseable {

    /**
     * What the objective's {@code semantic} argument is, differentiable.
     *
     * @param prompt embeddings [pairs, d], of any length but 0
     * @param chosen as prompt
     * @param rejected as prompt
     */
    Tensor of(Tensor prompt, Tensor chosen, Tensor rejected);

    /** Everything that was fitted, for a checkpoint. */
    Map<String, float[]> toArrays();

    @Override
    void close();
}
