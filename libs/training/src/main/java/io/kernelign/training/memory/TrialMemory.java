package io.kernelign.training.memory;

import io.kernelign.lm.config.ModelConfig;
import io.kernelign.lm.decoder.Precision;
import io.kernelign.lm.generation.Generator;
import io.kernelign.training.Method;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a trained model takes in memory while it is tried out beside its base, both in float32.
 *
 * @param method by which it was trained
 */
public record TrialMemory(ModelConfig model, Method method) {

    /** Bytes of the base alone. */
    public static long ofBase(ModelConfig model) {
        return new WeightBytes(model, new Method.Full(), Precision.FLOAT32).base();
    }

    /** Bytes of both as they lie there. */
    public long loaded() {
        return ofBase(model) + Float.BYTES * method.parameters(model);
    }

    /**
     * Bytes that answers take beside them.
     *
     * @param sequences that are answered at once
     * @param positions that they have at most, with what is asked
     */
    public long answering(int sequences, long positions) {
        long kept = Math.min(positions, Generator.BATCH_POSITIONS);
        long caches = 2L
                * Float.BYTES
                * model.attention().keyValueWidth()
                * model.layers().size()
                * kept;
        long logits = 3L * Float.BYTES * sequences * model.vocabularySize();
        return caches + logits + reading(Math.min(kept, Generator.PASS_TOKENS));
    }

    private long reading(long tokens) {
        var layers = new LayerActivations(model, method, Precision.FLOAT32);
        var pass = new BatchShape(List.of(new RowShape(Math.toIntExact(tokens), 0, 0)));
        return IntStream.range(0, model.layers().size())
                .mapToLong(layer -> layers.computing(pass, layer))
                .max()
                .orElse(0);
    }
}
