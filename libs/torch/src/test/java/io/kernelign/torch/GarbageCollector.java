package io.kernelign.torch;

import java.lang.ref.WeakReference;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Collects garbage every 2 ms on a thread of its own until it is closed. */
final class GarbageCollector implements AutoCloseable {

    private final Thread thread = new Thread(this::collect, "garbage-collector");
    private volatile boolean closed;

    GarbageCollector() {
        thread.start();
    }

    /** Returns after a collection that reached objects of this moment, and after their finalizers. */
    static void passOver() {
        var canary = new WeakReference<>(new Object());
        while (canary.get() != null) {
            System.gc();
        }
        System.runFinalization();
    }

    private void collect() {
        while (!closed) {
            System.gc();
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
        }
    }

    @Override
    public void close() throws InterruptedException {
        closed = true;
        thread.join();
    }
}
