package io.kernelign.torch;

import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.ndarray.types.SparseFormat;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/** Makes tensors from numbers and from other tensors. */
public final class Tensors {

    private Tensors() {}

    /** A FLOAT32 tensor with a copy of the values. */
    public static Tensor of(float[] values, long... shape) {
        var buffer = allocate(values.length, Float.BYTES);
        buffer.asFloatBuffer().put(values);
        return copied(buffer, DataType.FLOAT32, shape);
    }

    /** A FLOAT64 tensor with a copy of the values. */
    public static Tensor of(double[] values, long... shape) {
        var buffer = allocate(values.length, Double.BYTES);
        buffer.asDoubleBuffer().put(values);
        return copied(buffer, DataType.FLOAT64, shape);
    }

    /** An INT64 tensor [n] with a copy of the values. */
    public static Tensor of(long... values) {
        var buffer = allocate(values.length, Long.BYTES);
        buffer.asLongBuffer().put(values);
        return copied(buffer, DataType.INT64, values.length);
    }

    /** A FLOAT32 tensor with a copy of a direct buffer's little-endian float32 values, from its position to its limit. */
    public static Tensor of(ByteBuffer float32, long... shape) {
        if (!float32.isDirect()) {
            throw new IllegalArgumentException("libtorch reads direct buffers only, and this one is on the Java heap");
        }
        return copied(float32.slice(), DataType.FLOAT32, shape);
    }

    public static Tensor zeros(DType type, long... shape) {
        return full(0, type, shape);
    }

    public static Tensor full(double value, DType type, long... shape) {
        return new Tensor(
                JniUtils.full(Engine.MANAGER, new Shape(shape), value, type.djl, Engine.DEVICE, SparseFormat.DENSE));
    }

    /** A FLOAT32 number without dimensions. */
    public static Tensor scalar(double value) {
        return full(value, DType.FLOAT32);
    }

    /** Joins tensors along an existing dimension. */
    public static Tensor concat(List<Tensor> tensors, int dim) {
        return new Tensor(JniUtils.cat(arrays(tensors), dim));
    }

    /** Joins tensors of equal shape along a new dimension. */
    public static Tensor stack(List<Tensor> tensors, int dim) {
        return new Tensor(JniUtils.stack(arrays(tensors), dim));
    }

    private static PtNDArray[] arrays(List<Tensor> tensors) {
        return tensors.stream().map(tensor -> tensor.array).toArray(PtNDArray[]::new);
    }

    private static ByteBuffer allocate(int elements, int bytes) {
        return ByteBuffer.allocateDirect(Math.multiplyExact(elements, bytes)).order(ByteOrder.nativeOrder());
    }

    /**
     * DJL wraps a buffer without copying it; the copy owns its memory, so nobody need keep the buffer alive. To a GPU it goes
     * by way of page-locked memory, and the processor need not wait until it is there.
     */
    private static Tensor copied(ByteBuffer buffer, DataType type, long... shape) {
        var dims = new Shape(shape);
        if (dims.size() * type.getNumOfBytes() != buffer.remaining()) {
            throw new IllegalArgumentException(
                    buffer.remaining() / type.getNumOfBytes() + " values do not fill a tensor of shape " + dims);
        }
        try (var wrapped = new Tensor(JniUtils.createNdFromByteBuffer(
                Engine.MANAGER, buffer, dims, type, SparseFormat.DENSE, Engine.PROCESSOR))) {
            return Engine.DEVICE.isGpu()
                    ? Script.call("upload", wrapped, Devices.current().name())
                    : new Tensor(JniUtils.clone(wrapped.array));
        }
    }
}
