package io.kernelign.benchmarks.train;

import io.kernelign.benchmarks.BenchmarkPairs;
import io.kernelign.benchmarks.Measured;
import io.kernelign.lm.ModelFolder;
import io.kernelign.lm.config.ModelConfig;
import io.kernelign.lm.config.ModelTensors;
import io.kernelign.lm.decoder.Precision;
import io.kernelign.torch.Primitives;
import io.kernelign.torch.Scope;
import io.kernelign.torch.Tensor;
import io.kernelign.torch.Tensors;
import io.kernelign.training.EncodedPair;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/**
 * Which share of the machine's matrix products a later epoch reaches.
 *
 * @param operations of one later epoch in products with frozen weights: forward and backward of every projection for every
 *     token, and the head twice for every response token; adapters, attention and all else are not counted
 */
record PeakShare(double operations) {

    private static final int SIZE = 2048;
    private static final int TRIES = 12;

    static PeakShare of(ModelFolder model, Path pairs, Conditions conditions) throws IOException {
        var encoded = BenchmarkPairs.read(pairs, model, conditions.maxLength);
        return new PeakShare(operations(model.config(), encoded));
    }

    private static double operations(ModelConfig model, List<EncodedPair> pairs) {
        long projections = ModelTensors.projections(model).stream()
                .map(ModelTensors.shapes(model)::get)
                .mapToLong(shape -> shape.get(0) * shape.get(1))
                .sum();
        long tokens = pairs.stream().mapToLong(EncodedPair::length).sum();
        long responseTokens = pairs.stream()
                .mapToLong(pair -> pair.row().chosen().length + pair.row().rejected().length)
                .sum();
        long head = (long) model.vocabularySize() * model.hiddenSize();
        return 4.0 * projections * tokens + 4.0 * head * responseTokens;
    }

    /** Of one run. */
    double of(Measured run, Setting setting) {
        double seconds = run.pairs() / run.laterEpochPairsPerSecond();
        return operations / seconds / operationsPerSecond(setting.dtype().precision());
    }

    /** The best of some products of two large matrices. */
    static double operationsPerSecond(Precision precision) {
        try (var scope = Scope.plain()) {
            var x = random(precision);
            var weight = random(precision);
            long least = Long.MAX_VALUE;
            for (int i = 0; i < TRIES; i++) {
                long start = System.nanoTime();
                var product = Primitives.linear(x, weight);
                product.slice(0, 0, 1).slice(1, 0, 1).item(); // A GPU is done once it tells a number.
                least = Math.min(least, System.nanoTime() - start);
            }
            return 2.0 * SIZE * SIZE * SIZE / least * 1e9;
        }
    }

    private static Tensor random(Precision precision) {
        var random = new Random(1);
        var values = new float[SIZE * SIZE];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextFloat();
        }
        var matrix = Tensors.of(values, SIZE, SIZE);
        return precision == Precision.BFLOAT16 ? Primitives.bfloat16(matrix) : matrix;
    }
}
