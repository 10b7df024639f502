package io.kernelign.training;

import io.kernelign.lm.decoder.Precision;

/** What {@code training.dtype} asks for. */
public enum Dtype {
    AUTO,
    FLOAT32,
    BFLOAT16;

    /** In what this machine keeps the frozen weights and multiplies by them. */
    public Precision precision() {
        return switch (this) {
            case AUTO -> Precision.fastest();
            case FLOAT32 -> Precision.FLOAT32;
            case BFLOAT16 -> Precision.ofBfloat16();
        };
    }
}
