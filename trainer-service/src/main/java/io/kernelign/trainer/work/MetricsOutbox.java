package io.kernelign.trainer.work;

import io.kernelign.contracts.MetricPoint;
import io.kernelign.contracts.MetricsApi;
import io.kernelign.contracts.PointBatch;
import io.kernelign.contracts.RunOpening;
import io.kernelign.contracts.RunOutcome;
import io.micrometer.context.ContextSnapshotFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestClientResponseException;

/**
 * What one attempt has to tell metrics-service: the opening of its run, its points, its outcome. A thread of its own
 * sends them in order, points once a second or once {@value #BATCH} wait, and tries again for as long as
 * metrics-service is away; training waits for it nowhere but in the flushes.
 */
final class MetricsOutbox implements AutoCloseable {

    static final int BATCH = 200;

    private static final Logger LOG = LoggerFactory.getLogger(MetricsOutbox.class);
    private static final long RHYTHM = TimeUnit.SECONDS.toNanos(1);

    private final MetricsApi api;
    private final String tenant;
    private final String run;
    private final Duration patience;
    private final Backoff backoff = new Backoff();

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final List<MetricPoint> points = new ArrayList<>();
    private RunOpening opening;
    private boolean opened;
    private RunOutcome outcome;
    private boolean hurry;
    private boolean away;
    private long deadline = Long.MAX_VALUE;

    /** @param patience how long it goes on trying once it is closed */
    MetricsOutbox(MetricsApi api, String tenant, String run, Duration patience) {
        this.api = api;
        this.tenant = tenant;
        this.run = run;
        this.patience = patience;
        var trace = ContextSnapshotFactory.builder().build().captureAll();
        var sender = new Thread(trace.wrap(this::send), "metrics-of-" + run);
        sender.setDaemon(true);
        sender.start();
    }

    /** The first word; before it nothing is sent. */
    void open(RunOpening first) {
        change(() -> opening = first);
    }

    void add(List<MetricPoint> more) {
        change(() -> points.addAll(more));
    }

    /** The last word, sent after all points. */
    void end(RunOutcome last) {
        change(() -> outcome = last);
    }

    /** Sends now and waits until everything has arrived; answers whether it has. */
    boolean flush(Duration atMost) throws InterruptedException {
        return flush(atMost, true);
    }

    /** The same for who cannot wait: gives up at once while metrics-service is away. */
    void flushUnlessAway(Duration atMost) throws InterruptedException {
        flush(atMost, false);
    }

    private boolean flush(Duration atMost, boolean evenWhenAway) throws InterruptedException {
        var left = atMost.toNanos();
        lock.lock();
        try {
            hurry = true;
            changed.signalAll();
            while (unsent() && left > 0 && (evenWhenAway || !away)) {
                left = changed.awaitNanos(left);
            }
            return !unsent();
        } finally {
            hurry = false;
            lock.unlock();
        }
    }

    /** Nothing more will come. What waits is still sent, as far as patience goes; nobody waits for that. */
    @Override
    public void close() {
        change(() -> {
            hurry = true;
            deadline = System.nanoTime() + patience.toNanos();
        });
    }

    private void send() {
        try {
            while (awaitWork()) {
                try {
                    sendNext();
                    backoff.reset();
                    change(() -> away = false);
                } catch (RestClientException e) {
                    if (refused(e)) {
                        LOG.warn("metrics-service refuses what {} reports: {}", run, e.getMessage());
                        change(this::dropAll);
                    } else {
                        LOG.debug("metrics-service cannot take what {} reports: {}", run, e.getMessage());
                        change(() -> away = true);
                        Thread.sleep(backoff.next().toMillis());
                    }
                }
            }
        } catch (InterruptedException e) {
            LOG.debug("nothing more is sent for {}", run);
        }
    }

    /** Waits until there is something to send; answers whether to go on at all. */
    private boolean awaitWork() throws InterruptedException {
        lock.lock();
        try {
            var due = System.nanoTime() + RHYTHM;
            while (!(unsent() && (urgent() || System.nanoTime() >= due))) {
                if (closed()) {
                    return false;
                }
                changed.awaitNanos(RHYTHM);
            }
            return System.nanoTime() < deadline;
        } finally {
            lock.unlock();
        }
    }

    private boolean closed() {
        return deadline != Long.MAX_VALUE;
    }

    private boolean unsent() {
        return opening != null && (!opened || !points.isEmpty() || outcome != null);
    }

    private boolean urgent() {
        return hurry || !opened || points.size() >= BATCH || outcome != null;
    }

    private void sendNext() {
        if (!opened) {
            api.open(tenant, run, opening);
            change(() -> opened = true);
            return;
        }
        var batch = waiting();
        if (batch.isEmpty()) {
            api.close(tenant, run, outcome);
            change(() -> outcome = null);
            return;
        }
        api.append(tenant, run, new PointBatch(opening.attempt(), batch));
        change(() -> points.subList(0, batch.size()).clear());
    }

    private List<MetricPoint> waiting() {
        lock.lock();
        try {
            return List.copyOf(points.subList(0, Math.min(BATCH, points.size())));
        } finally {
            lock.unlock();
        }
    }

    /** Refused for good: time would not change the answer. */
    private static boolean refused(RestClientException e) {
        return e instanceof RestClientResponseException answer
                && answer.getStatusCode().is4xxClientError();
    }

    private void dropAll() {
        opened = true;
        points.clear();
        outcome = null;
    }

    private void change(Runnable change) {
        lock.lock();
        try {
            change.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
