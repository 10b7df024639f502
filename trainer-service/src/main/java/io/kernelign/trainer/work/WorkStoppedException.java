package io.kernelign.trainer.work;

/** A worker stops between two steps because somebody wishes it; nothing has failed. */
final class WorkStoppedException extends RuntimeException {

    /** Why it stops. */
    enum Wish {
        CANCEL,
        PAUSE,
        YIELD,
        SHUTDOWN
    }

    private final Wish wish;

    WorkStoppedException(Wish wish) {
        super("stopped: " + wish);
        this.wish = wish;
    }

    Wish wish() {
        return wish;
    }
}
