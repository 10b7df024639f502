package io.kernelign.lm.weights;

import java.nio.ByteBuffer;

/** The number formats in which weights are stored; every one is read as float32. */
public enum Dtype {
    F32(4) {
        @Override
        float widen(ByteBuffer bytes, int index) {
            return bytes.getFloat(4 * index);
        }
    },
    F16(2) {
        @Override
        float widen(ByteBuffer bytes, int index) {
            return Half.toFloat(bytes.getShort(2 * index));
        }
    },
    BF16(2) {
        @Override
        float widen(ByteBuffer bytes, int index) {
            return Float.intBitsToFloat(bytes.getShort(2 * index) << 16);
        }
    };

    private final int bytes;

    Dtype(int bytes) {
        this.bytes = bytes;
    }

    /** Bytes of one element. */
    public int bytes() {
        return bytes;
    }

    /** The element at an index of a little-endian buffer; exact, as each format is a subset of float32. */
    abstract float widen(ByteBuffer bytes, int index);
}
