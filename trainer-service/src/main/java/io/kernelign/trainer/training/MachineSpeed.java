package io.kernelign.trainer.training;

import io.kernelign.lm.decoder.Precision;
import io.kernelign.torch.DType;
import io.kernelign.torch.Primitives;
import io.kernelign.torch.Scope;
import io.kernelign.torch.Tensors;
import java.util.EnumMap;
import java.util.Map;

/** How fast the device in use multiplies matrices, measured once for each precision. */
final class MachineSpeed {

    private static final int SIZE = 512;
    private static final int TRIES = 5;
    private static final Map<Precision, Double> MEASURED = new EnumMap<>(Precision.class);

    private MachineSpeed() {}

    /** Operations a second in a square matrix product, the best of a few tries. */
    static synchronized double operationsPerSecond(Precision precision) {
        return MEASURED.computeIfAbsent(precision, MachineSpeed::measure);
    }

    private static double measure(Precision precision) {
        try (var scope = Scope.plain()) {
            var plain = Tensors.full(0.5, DType.FLOAT32, SIZE, SIZE);
            var matrix = precision == Precision.BFLOAT16 ? Primitives.bfloat16(plain) : plain;
            long least = Long.MAX_VALUE;
            for (int i = 0; i < TRIES; i++) {
                var start = System.nanoTime();
                var product = Primitives.linear(matrix, matrix);
                product.slice(0, 0, 1).slice(1, 0, 1).item(); // A GPU is done once it tells a number.
                least = Math.min(least, System.nanoTime() - start);
            }
            return 2e9 * SIZE * SIZE * SIZE / least;
        }
    }
}
