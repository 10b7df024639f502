package io.kernelign.torch;

import ai.djl.ndarray.types.DataType;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import java.nio.ByteBuffer;

/** Copies a tensor's values into Java arrays, in row-major order. */
final class Contents {

    private Contents() {}

    static float[] floats(PtNDArray array) {
        var buffer = bytes(array, DataType.FLOAT32).asFloatBuffer();
        var values = new float[buffer.remaining()];
        buffer.get(values);
        return values;
    }

    static double[] doubles(PtNDArray array) {
        var buffer = bytes(array, DataType.FLOAT64).asDoubleBuffer();
        var values = new double[buffer.remaining()];
        buffer.get(values);
        return values;
    }

    static long[] longs(PtNDArray array) {
        var buffer = bytes(array, DataType.INT64).asLongBuffer();
        var values = new long[buffer.remaining()];
        buffer.get(values);
        return values;
    }

    private static ByteBuffer bytes(PtNDArray array, DataType type) {
        if (array.getDataType() == type && !Engine.DEVICE.isGpu()) {
            return JniUtils.getByteBuffer(array, false);
        }
        try (var converted = JniUtils.to(array, type, Engine.PROCESSOR)) {
            return JniUtils.getByteBuffer(converted, false);
        }
    }
}
