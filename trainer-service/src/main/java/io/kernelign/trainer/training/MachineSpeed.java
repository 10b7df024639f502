package io.kernelign.trainer.training;

import io.kernelign.torch.DType;
import io.kernelign.torch.Scope;
import io.kernelign.torch.Tensors;

/** How fast this machine multiplies matrices, measured once. */
final class MachineSpeed {

    private static final int SIZE = 512;
    private static final int TRIES = 5;

    private MachineSpeed() {}

    /** Float32 operations a second in a square matrix product, the best of a few tries. */
    static double operationsPerSecond() {
        return Measured.OPERATIONS_PER_SECOND;
    }

    private static final class Measured {

        private static final double OPERATIONS_PER_SECOND = measure();

        private static double measure() {
            try (var scope = Scope.plain()) {
                var matrix = Tensors.full(0.5, DType.FLOAT32, SIZE, SIZE);
                long least = Long.MAX_VALUE;
                for (int i = 0; i < TRIES; i++) {
                    var start = System.nanoTime();
                    matrix.matmul(matrix).slice(0, 0, 1).floats();
                    least = Math.min(least, System.nanoTime() - start);
                }
                return 2e9 * SIZE * SIZE * SIZE / least;
            }
        }
    }
}
