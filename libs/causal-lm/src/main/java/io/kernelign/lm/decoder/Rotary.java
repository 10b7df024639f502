package io.kernelign.lm.decoder;

import io.kernelign.lm.config.LlamaConfig;
import io.kernelign.torch.Primitives;
import io.kernelign.torch.Scope;
import io.kernelign.torch.Tensor;
import io.kernelign.torch.Tensors;

/** Rotary position embedding (Su et al., 2021): tables of every position's cosines and sines. */
final class Rotary implements AutoCloseable {

    private final Tensor cosines;
    private final Tensor sines;

    Rotary(LlamaConfig config) {
        int width = config.headDim();
        int half = width / 2;
        var cos = new float[config.maxPositions() * width];
        var sin = new float[config.maxPositions() * width];
        for (int i = 0; i < half; i++) {
            // float32 step by step, as the checkpoints' own code rounds it
            float frequency = (float) (1 / Math.pow(config.ropeTheta(), 2.0 * i / width));
            for (int position = 0; position < config.maxPositions(); position++) {
                float angle = position * frequency;
                int at = position * width + i;
                cos[at] = cos[at + half] = (float) Math.cos(angle);
                sin[at] = sin[at + half] = (float) Math.sin(angle);
            }
        }
        try (var scope = Scope.plain()) {
            cosines = Tensors.of(cos, config.maxPositions(), 1, width).retain();
            sines = Tensors.of(sin, config.maxPositions(), 1, width).retain();
        }
    }

    /** The rotation of each of n positions. */
    Rotation at(Tensor positions) {
        return new Rotation(cosines.select(0, positions), sines.select(0, positions));
    }

    @Override
    public void close() {
        cosines.close();
        sines.close();
    }

    /**
     * @param cos [n, 1, d]
     * @param sin [n, 1, d]
     */
    record Rotation(Tensor cos, Tensor sin) {

        Tensor rotate(Tensor x) {
            return Primitives.rotate(x, cos, sin);
        }
    }
}
