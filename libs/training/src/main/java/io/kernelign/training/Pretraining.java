package io.kernelign.training;

import io.kernelign.lm.config.ModelConfig;
import io.kernelign.lm.config.ModelTensors;
import io.kernelign.lm.decoder.Adapter;
import io.kernelign.lm.decoder.Decoder;
import io.kernelign.lm.decoder.PackedRows;
import io.kernelign.lm.decoder.PackedRows.Row;
import io.kernelign.lm.decoder.Weights;
import io.kernelign.lm.weights.SafetensorsWriter;
import io.kernelign.torch.AdamW;
import io.kernelign.torch.Primitives;
import io.kernelign.torch.Scope;
import io.kernelign.torch.Tensor;
import io.kernelign.torch.Tensors;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;

/** Next-token training of a whole tiny model from random weights; only answers count in the loss. */
public final class Pretraining implements AutoCloseable {

    private static final int BATCH = 32;
    private static final double LEARNING_RATE = 3e-3;
    private static final double WARMUP = 0.03;
    private static final double CLIP_NORM = 1;
    private static final double SPREAD = 0.02;

    /** Hears of every step. */
    @FunctionalInterface
    public interface Progress {
        void step(int step, double loss);
    }

    private final Random random;
    private final Decoder decoder;
    private final List<Tensor> parameters;
    private final AdamW optimiser;

    public Pretraining(ModelConfig config, long seed) {
        random = new Random(seed);
        decoder = new Decoder(config, randomWeights(config));
        parameters = List.copyOf(decoder.weights().tensors().values());
        optimiser = new AdamW(parameters, new AdamW.Settings(0.9, 0.95, 1e-8, 0.01));
    }

    private Weights randomWeights(ModelConfig config) {
        var tensors = new LinkedHashMap<String, Tensor>();
        try (var scope = Scope.plain()) {
            ModelTensors.shapes(config).forEach((name, shape) -> {
                var dims = shape.stream().mapToLong(Long::longValue).toArray();
                var values = new float[shape.stream().mapToInt(Long::intValue).reduce(1, Math::multiplyExact)];
                for (int i = 0; i < values.length; i++) {
                    values[i] = shape.size() == 1 ? still(name, config) : (float) (SPREAD * random.nextGaussian());
                }
                tensors.put(name, Tensors.of(values, dims).requireGradient().retain());
            });
        }
        return new Weights(tensors);
    }

    /** What a bias or a norm's weight is when it changes nothing. */
    private static float still(String name, ModelConfig config) {
        return name.endsWith(".bias") || config.norms().offset() ? 0 : 1;
    }

    /**
     * Trains for so many steps on rows of a prompt and one answer, drawn at random.
     */
    public void run(List<Row> rows, int steps, Progress progress) {
        for (int step = 0; step < steps; step++) {
            var batch = random.ints(BATCH, 0, rows.size()).mapToObj(rows::get).toList();
            double rate = LEARNING_RATE * Schedule.COSINE.factor(step, steps, WARMUP);
            progress.step(step + 1, step(PackedRows.of(batch), rate));
        }
    }

    private double step(PackedRows rows, double rate) {
        try (var scope = Scope.recording()) {
            var predictors = rows.predictors(rows.hidden(decoder, Adapter.NONE));
            var loss = decoder.head()
                    .logits(predictors)
                    .logSoftmax(-1)
                    .pick(rows.targets())
                    .mean()
                    .negated();
            loss.backward();
            var gradients = parameters.stream().map(Tensor::gradient).toList();
            Primitives.clipByNorm(gradients, CLIP_NORM);
            optimiser.step(gradients, rate);
            parameters.forEach(Tensor::clearGradient);
            return loss.item();
        }
    }

    /** Writes the model's weights as safetensors. */
    public void save(Path file) {
        try (var scope = Scope.plain()) {
            SafetensorsWriter.write(
                    file,
                    decoder.weights().tensors().entrySet().stream()
                            .map(entry -> SafetensorsWriter.Entry.of(entry.getKey(), entry.getValue()))
                            .toList());
        }
    }

    @Override
    public void close() {
        optimiser.close();
        decoder.close();
    }
}
