package io.kernelign.training;

/** Whether backward computes each layer again rather than keep what it needs: less memory, a third more time. */
public enum GradientCheckpointing {
    /** On where the training does not fit into memory otherwise. */
    AUTO,
    ON,
    OFF
}
