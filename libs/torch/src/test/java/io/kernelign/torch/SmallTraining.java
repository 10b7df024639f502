package io.kernelign.torch;

import java.util.List;
import java.util.function.IntConsumer;

/**
 * A two-layer regression trained by AdamW, with everything a real step has: numbers in recorded arithmetic, scripted
 * primitives, a scope a step, clipping.
 *
 * @param losses one a step
 * @param parameters their values at the end
 */
record SmallTraining(float[] losses, List<float[]> parameters) {

    private static final int ROWS = 32;
    private static final int INPUTS = 16;
    private static final int HIDDEN = 24;

    static SmallTraining run(long seed, int steps) {
        return run(seed, steps, 0, step -> {});
    }

    static SmallTraining run(long seed, int steps, double dropout, IntConsumer afterStep) {
        try (var job = Scope.plain()) {
            var first = Samples.normal(seed, HIDDEN, INPUTS).times(0.3).requireGradient();
            var second = Samples.normal(seed + 1, 1, HIDDEN).times(0.3).requireGradient();
            var norm = Tensors.full(1, DType.FLOAT32, HIDDEN).requireGradient();
            var parameters = List.of(first, second, norm);
            var losses = new float[steps];
            try (var optimiser = new AdamW(parameters, new AdamW.Settings(0.9, 0.99, 1e-8, 0.01))) {
                for (int step = 0; step < steps; step++) {
                    try (var scope = Scope.recording()) {
                        var x = Samples.normal(seed + 2 + step % 4, ROWS, INPUTS);
                        var target = x.slice(1, 0, 1).sin();
                        var hidden = Primitives.rmsNorm(Primitives.linear(x, first), norm, 1e-6);
                        var active = Primitives.dropout(
                                Primitives.swiglu(hidden, hidden.times(0.5).plus(1)), dropout);
                        var loss = Primitives.linear(active, second)
                                .minus(target)
                                .square()
                                .mean();
                        loss.backward();
                        losses[step] = (float) loss.item();
                        var gradients =
                                parameters.stream().map(Tensor::gradient).toList();
                        Primitives.clipByNorm(gradients, 1);
                        optimiser.step(gradients, 1e-2);
                        parameters.forEach(Tensor::clearGradient);
                    }
                    afterStep.accept(step);
                }
            }
            return new SmallTraining(
                    losses, parameters.stream().map(Tensor::floats).toList());
        }
    }
}
