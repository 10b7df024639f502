package io.kernelign.service.blob;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Sends a file to the disk while it is being written, so that little is left to send in the end: the system by itself begins
 * late, and the writer then waits for nearly the whole of it.
 */
final class Flush implements AutoCloseable {

    private static final long PERIOD_MILLIS = 500;

    private final FileChannel file;
    private final AtomicReference<IOException> failure = new AtomicReference<>();
    private final ScheduledExecutorService flusher = Executors.newSingleThreadScheduledExecutor(task -> {
        var thread = new Thread(task, "blob-flush");
        thread.setDaemon(true);
        return thread;
    });

    /** @param file open until this is closed */
    Flush(FileChannel file) {
        this.file = file;
        flusher.scheduleWithFixedDelay(this::flush, PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void flush() {
        try {
            file.force(false);
        } catch (IOException e) {
            // The system tells of it once: the next attempt would succeed.
            failure.compareAndSet(null, e);
        }
    }

    /** Returns once all that was written is on the disk. */
    void finish() throws IOException {
        close();
        if (failure.get() != null) {
            throw failure.get();
        }
        file.force(true);
    }

    /** Returns once nothing is sent any more. */
    @Override
    public void close() {
        flusher.shutdown();
        var interrupted = false;
        while (!flusher.isTerminated()) {
            try {
                flusher.awaitTermination(1, TimeUnit.DAYS);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
