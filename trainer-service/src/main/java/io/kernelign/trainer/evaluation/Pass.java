package io.kernelign.trainer.evaluation;

import io.kernelign.input.Types;

/** When within its job a model is evaluated. */
public enum Pass {
    BEFORE,
    AFTER;

    String json() {
        return Types.nameOf(this);
    }
}
