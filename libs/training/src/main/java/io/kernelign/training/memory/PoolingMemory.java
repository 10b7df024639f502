package io.kernelign.training.memory;

import io.kernelign.lm.config.ModelConfig;
import io.kernelign.lm.decoder.Precision;
import io.kernelign.training.Method;
import io.kernelign.training.PooledTexts;
import java.util.Collections;
import java.util.stream.IntStream;

/** What a model takes in memory, in float32, while {@link PooledTexts} reads texts by it. */
public record PoolingMemory(ModelConfig model) {

    private static final Method METHOD = new Method.Full();
    private static final RowShape LONGEST_TEXT = new RowShape(PooledTexts.LONGEST, 0, 0);
    private static final BatchShape PASS =
            new BatchShape(Collections.nCopies(PooledTexts.PASS_TOKENS / PooledTexts.LONGEST, LONGEST_TEXT));

    /** Bytes of the weights and of the largest pass. */
    public long bytes() {
        var layers = new LayerActivations(model, METHOD, Precision.FLOAT32);
        long reading = IntStream.range(0, model.layers().size())
                .mapToLong(layer -> layers.computing(PASS, layer))
                .max()
                .orElse(0);
        return new WeightBytes(model, METHOD, Precision.FLOAT32).base() + reading;
    }
}
