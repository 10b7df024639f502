package io.kernelign.lm.decoder;

import io.kernelign.lm.config.RopeConfig;
import io.kernelign.torch.DType;
import io.kernelign.torch.Primitives;
import io.kernelign.torch.Tensor;
import io.kernelign.torch.Tensors;
import java.util.List;
import java.util.stream.LongStream;

/** How queries and keys are turned by their positions. */
@FunctionalInterface
interface Rotation {

    /** Not at all. */
    Rotation NONE = x -> x;

    /**
     * @param x [n, heads, d]
     */
    Tensor rotate(Tensor x);

    /** The rotation of n positions. */
    static Rotation of(RopeConfig rope, long[] positions) {
        int length = (int) LongStream.of(positions).max().orElse(0) + 1;
        var angles = Tensors.of(positions)
                .to(DType.FLOAT32)
                .reshape(-1, 1, 1)
                .times(Tensors.of(floats(rope.frequencies(length)), rope.width() / 2));
        var both = Tensors.concat(List.of(angles, angles), -1);
        double magnitude = rope.scaling().magnitude();
        return turning(scaled(both.cos(), magnitude), scaled(both.sin(), magnitude), rope.width());
    }

    private static Rotation turning(Tensor cos, Tensor sin, int width) {
        return x -> {
            if (x.size(-1) == width) {
                return Primitives.rotate(x, cos, sin);
            }
            var turned = Primitives.rotate(x.slice(-1, 0, width), cos, sin);
            return Tensors.concat(List.of(turned, x.slice(-1, width, x.size(-1))), -1);
        };
    }

    private static Tensor scaled(Tensor x, double factor) {
        return factor == 1 ? x : x.times(factor);
    }

    private static float[] floats(double[] values) {
        var floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }
}
