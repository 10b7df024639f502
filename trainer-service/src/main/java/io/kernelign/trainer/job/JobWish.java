package io.kernelign.trainer.job;

/** What somebody wishes of a job that a worker holds. */
public enum JobWish {
    GO_ON,
    YIELD,
    PAUSE,
    CANCEL;

    /** The strongest of what is wished for. */
    public static JobWish of(boolean cancelRequested, boolean paused, boolean yielding) {
        if (cancelRequested) {
            return CANCEL;
        }
        if (paused) {
            return PAUSE;
        }
        return yielding ? YIELD : GO_ON;
    }
}
