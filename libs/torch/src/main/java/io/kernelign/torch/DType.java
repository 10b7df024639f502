package io.kernelign.torch;

import ai.djl.ndarray.types.DataType;

/**
 * Element types of tensors. Half precision exists only inside scripted primitives, and in the weights that
 * {@link Primitives#bfloat16} makes for them: DJL aborts the JVM on it.
 */
public enum DType {
    FLOAT32(DataType.FLOAT32),
    FLOAT64(DataType.FLOAT64),
    INT64(DataType.INT64),
    BOOL(DataType.BOOLEAN);

    final DataType djl;

    DType(DataType djl) {
        this.djl = djl;
    }

    /**
     * The distance from 1 to the next larger number.
     *
     * @throws IllegalStateException if this type has whole numbers only
     */
    public double spacing() {
        return switch (this) {
            case FLOAT32 -> Math.ulp(1f);
            case FLOAT64 -> Math.ulp(1d);
            default -> throw new IllegalStateException(this + " has whole numbers only");
        };
    }

    boolean fractional() {
        return djl.isFloating();
    }

    static DType of(DataType djl) {
        for (var type : values()) {
            if (type.djl == djl) {
                return type;
            }
        }
        throw new IllegalArgumentException("tensors of " + djl + " are not used here");
    }
}
