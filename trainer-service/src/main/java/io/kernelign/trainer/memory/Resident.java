package io.kernelign.trainer.memory;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Keeps one loaded thing at a time for whoever uses it next, and lets it go when nobody has used it for a while. All
 * work with it happens on one thread, one piece after the other.
 *
 * @param <K> says which thing is wanted
 */
public final class Resident<K, V extends AutoCloseable> implements AutoCloseable {

    private final ScheduledExecutorService thread;
    private final Duration idle;
    private K key;
    private V value;
    private long uses;

    /** @param idle how long it is kept without use */
    public Resident(String threadName, Duration idle) {
        this.idle = idle;
        thread = Executors.newSingleThreadScheduledExecutor(work -> {
            var worker = new Thread(work, threadName);
            worker.setDaemon(true);
            return worker;
        });
    }

    /**
     * Does some work with the thing, loaded now unless it is there. What loading or the work throws is thrown here.
     *
     * @throws InterruptedException when the caller was interrupted before it was done
     */
    public <R> R use(K wanted, Supplier<V> load, Function<V, R> work) throws InterruptedException {
        try {
            return thread.submit(() -> useHere(wanted, load, work)).get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        }
    }

    private <R> R useHere(K wanted, Supplier<V> load, Function<V, R> work) {
        uses++;
        if (value == null || !wanted.equals(key)) {
            letGo();
            value = load.get();
            key = wanted;
        }
        try {
            return work.apply(value);
        } finally {
            long use = uses;
            thread.schedule(() -> letGoUnlessUsedSince(use), idle.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void letGoUnlessUsedSince(long use) {
        if (uses == use) {
            letGo();
        }
    }

    private void letGo() {
        if (value == null) {
            return;
        }
        try {
            value.close();
        } catch (Exception e) {
            throw new IllegalStateException("cannot let go of " + key, e);
        } finally {
            value = null;
            key = null;
        }
    }

    /** Lets it go now, once what is being done with it is done. Interrupted, it returns before. */
    public void release() {
        try {
            thread.submit(this::letGo).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    @Override
    public void close() {
        thread.submit(this::letGo);
        thread.shutdown();
    }
}
