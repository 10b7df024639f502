package io.kernelign.training;

/**
 * How many steps were left out because their loss or their gradient was not finite.
 *
 * @param total since the training began
 * @param inARow of them, the latest that no good step came between
 */
record SkippedSteps(long total, int inARow) {

    static final SkippedSteps NONE = new SkippedSteps(0, 0);

    SkippedSteps after(boolean skipped) {
        return skipped ? new SkippedSteps(total + 1, inARow + 1) : new SkippedSteps(total, 0);
    }

    /** Exact up to 2^24. */
    float[] toArray() {
        return new float[] {total, inARow};
    }

    static SkippedSteps of(float[] array) {
        return new SkippedSteps((long) array[0], (int) array[1]);
    }
}
