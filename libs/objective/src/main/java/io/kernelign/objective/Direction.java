package io.kernelign.objective;

/** Which way the paper's kernelised term is driven. */
public enum Direction {
    /** As the paper writes it. */
    MAXIMIZE(-1),
    MINIMIZE(1);

    private final int sign;

    Direction(int sign) {
        this.sign = sign;
    }

    /** What a term is multiplied by in a loss. */
    int sign() {
        return sign;
    }
}
