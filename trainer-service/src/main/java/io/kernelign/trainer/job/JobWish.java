package io.kernelign.trainer.job;

/** What somebody wishes of a job that a worker holds. */
public enum JobWish {
    GO_ON,
    PAUSE,
    CANCEL;

    public static JobWish of(boolean cancelRequested, boolean paused) {
        if (cancelRequested) {
            return CANCEL;
        }
        return paused ? PAUSE : GO_ON;
    }
}
