package io.kernelign.gateway.dataset;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Work that takes long and much of the processors. It has a thread of the lowest priority, and so have the threads that it starts:
 * where Java heeds priorities ({@code -XX:ThreadPriorityPolicy=1}) they leave the processors to whatever takes only milliseconds.
 */
final class LongWork {

    private LongWork() {}

    /** Does it while this thread waits; whoever interrupts this thread interrupts the work. */
    static <T> T run(String name, Callable<T> work) throws IOException {
        var task = new FutureTask<>(work);
        var thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
        thread.start();
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return task.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                    thread.interrupt();
                }
            }
        } catch (ExecutionException e) {
            throw asThrown(e.getCause());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static IOException asThrown(Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        if (cause instanceof RuntimeException exception) {
            throw exception;
        }
        return (IOException) cause;
    }
}
