package io.kernelign.trainer.evaluation;

import java.util.concurrent.TimeUnit;

/** Does what is asked for again and again once a second at most. */
final class Seldom implements Runnable {

    private static final long PAUSE = TimeUnit.SECONDS.toNanos(1);

    private final Runnable work;
    private long done = System.nanoTime() - PAUSE;

    Seldom(Runnable work) {
        this.work = work;
    }

    @Override
    public void run() {
        if (System.nanoTime() - done >= PAUSE) {
            work.run();
            done = System.nanoTime();
        }
    }
}
