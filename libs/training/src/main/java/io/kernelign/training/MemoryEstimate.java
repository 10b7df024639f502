package io.kernelign.training;

import io.kernelign.lm.config.ModelConfig;
import io.kernelign.lm.config.ModelTensors;
import io.kernelign.lm.decoder.Head;
import io.kernelign.lm.decoder.Precision;
import java.util.Set;

/**
 * The memory that a training needs at its peak, in bytes.
 *
 * <ul>
 *   <li>Weights: 4 bytes a parameter, 2 of a projection in bfloat16.
 *   <li>What trains: {@value #TRAINED} bytes a parameter: value, gradient, two moments.
 *   <li>Activations of one batch that backward needs: of a token in a layer {@value #PER_HIDDEN} numbers for each of the
 *       hidden width and {@value #PER_INNER} for each of the MLP's. Where layers are computed again, of one layer, and what
 *       enters the others.
 *   <li>Logits of a chunk, and a constant for the process.
 * </ul>
 *
 * @param recorded when all activations are kept
 * @param recomputed when each layer's are computed again for its backward
 */
public record MemoryEstimate(long recorded, long recomputed) {

    private static final long PROCESS = 500L << 20;
    private static final long PER_HIDDEN = 24;
    private static final long PER_INNER = 6;
    private static final long TRAINED = 16;
    private static final long LOGIT_BUFFERS = 3;

    long bytes(boolean recomputes) {
        return recomputes ? recomputed : recorded;
    }

    /**
     * @param batchTokens tokens of the largest batch
     */
    public static MemoryEstimate of(
            ModelConfig model, TrainingSettings settings, Precision precision, long batchTokens) {
        long fixed = PROCESS
                + weights(model, precision)
                + TRAINED * settings.method().parameters(model)
                + logits(model);
        long layer = Float.BYTES
                * batchTokens
                * (PER_HIDDEN * model.hiddenSize() + PER_INNER * model.mlp().width());
        long layers = model.layers().size() - settings.method().firstLayer(model);
        long entering = Float.BYTES * batchTokens * model.hiddenSize() * layers;
        return new MemoryEstimate(fixed + layer * layers, fixed + layer + entering);
    }

    private static long weights(ModelConfig model, Precision precision) {
        var shapes = ModelTensors.shapes(model);
        Set<String> projections = ModelTensors.projections(model);
        return shapes.entrySet().stream()
                .mapToLong(tensor -> tensor.getValue().stream().reduce(1L, Math::multiplyExact)
                        * (projections.contains(tensor.getKey()) ? precision.bytes() : Float.BYTES))
                .sum();
    }

    private static long logits(ModelConfig model) {
        return LOGIT_BUFFERS * Float.BYTES * Head.chunk(model.vocabularySize()) * model.vocabularySize();
    }
}
