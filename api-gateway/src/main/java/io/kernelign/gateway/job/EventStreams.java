package io.kernelign.gateway.job;

import io.kernelign.contracts.TrainerApi;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The open event streams; a few threads ask the trainer for all of them. */
@Component
class EventStreams {

    private static final int THREADS = 4;
    private static final long NO_TIMEOUT = 0;

    private final TrainerApi trainer;
    private final Duration poll;
    private final ScheduledExecutorService pollers = Executors.newScheduledThreadPool(THREADS);
    private final Set<SseEmitter> open = ConcurrentHashMap.newKeySet();

    EventStreams(TrainerApi trainer, @Value("${kernelign.gateway.events-poll}") Duration poll) {
        this.trainer = trainer;
        this.poll = poll;
    }

    /** Sends a job's events with an id above {@code after} as they happen, and ends after the job's last. */
    SseEmitter follow(String tenant, String job, long after) {
        var emitter = new SseEmitter(NO_TIMEOUT);
        var stream = new EventStream(trainer, tenant, job, after, emitter);
        open.add(emitter);
        var polling = pollers.scheduleWithFixedDelay(stream, 0, poll.toMillis(), TimeUnit.MILLISECONDS);
        emitter.onCompletion(() -> {
            polling.cancel(false);
            open.remove(emitter);
        });
        return emitter;
    }

    /** Streams never end by themselves while a job runs: they would hold up the shutdown. */
    @EventListener(ContextClosedEvent.class)
    void close() {
        pollers.shutdownNow();
        open.forEach(SseEmitter::complete);
    }
}
