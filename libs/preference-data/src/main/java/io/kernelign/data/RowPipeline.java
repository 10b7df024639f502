package io.kernelign.data;

import io.kernelign.data.rows.CutRow;
import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Works on rows on several threads and hands the results over on the thread that puts the rows in, in their order. So much
 * of the rows is on the way at once and no more. What the work throws is thrown where its result was due.
 *
 * @param <R> a result
 */
final class RowPipeline<R> implements Closeable {

    /** Takes results, one at a time. */
    interface Sink<R> {
        void take(R result) throws IOException;
    }

    private record Batch<R>(int bytes, Future<List<R>> results) {}

    /** What its threads are called. */
    static final String THREAD = "import-rows";

    /** Bytes of rows that one task is made of: enough to make little of its overhead. */
    private static final int BATCH_BYTES = 1 << 16;

    private static final int BATCH_ROWS = 256;

    /** Batches on the way for each worker: enough for it to find one whenever it is done. */
    private static final int AHEAD = 16;

    /** Bytes of rows that are on the way, if rows are large; one row above it may be. */
    private static final int MOST_AHEAD_BYTES = 1 << 22;

    private final Function<CutRow, R> work;
    private final Sink<R> sink;
    private final ExecutorService workers;
    private final int mostAhead;
    private final Deque<Batch<R>> ahead = new ArrayDeque<>();
    private int aheadBytes;
    private List<CutRow> batch = new ArrayList<>();
    private int batchBytes;

    /** @param workers number of threads besides the one that puts rows in */
    RowPipeline(int workers, Function<CutRow, R> work, Sink<R> sink) {
        this.work = work;
        this.sink = sink;
        this.mostAhead = AHEAD * workers;
        this.workers = Executors.newFixedThreadPool(workers, task -> {
            var thread = new Thread(task, THREAD);
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Takes a row up, and hands over results as far as there have to be fewer on the way. */
    void put(CutRow row) throws IOException {
        batch.add(row);
        batchBytes += row.bytes();
        if (batchBytes >= BATCH_BYTES || batch.size() == BATCH_ROWS) {
            submit();
        }
        while (ahead.size() > mostAhead || aheadBytes > MOST_AHEAD_BYTES) {
            handOver();
        }
    }

    /** Hands over the results of all rows that were put in. */
    void finish() throws IOException {
        submit();
        while (!ahead.isEmpty()) {
            handOver();
        }
    }

    private void submit() {
        var rows = batch;
        ahead.add(new Batch<>(
                batchBytes, workers.submit(() -> rows.stream().map(work).toList())));
        aheadBytes += batchBytes;
        batch = new ArrayList<>();
        batchBytes = 0;
    }

    private void handOver() throws IOException {
        var first = ahead.remove();
        for (var result : results(first.results())) {
            sink.take(result);
        }
        aheadBytes -= first.bytes();
    }

    private static <R> List<R> results(Future<List<R>> batch) throws InterruptedIOException {
        try {
            return batch.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) e.getCause();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while rows were worked on");
        }
    }

    /** Returns once no thread works any more. */
    @Override
    public void close() {
        workers.shutdownNow();
        var interrupted = Thread.interrupted();
        while (!workers.isTerminated()) {
            try {
                workers.awaitTermination(1, TimeUnit.DAYS);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
