package io.kernelign.gateway.job;

import io.kernelign.contracts.JobEvent;
import io.kernelign.contracts.TrainerApi;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClientException;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** One caller's view of one job's log; each run asks once for what is new. */
final class EventStream implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(EventStream.class);
    private static final int PAGE = 100;
    private static final int SILENT_RUNS = 30;

    private final TrainerApi trainer;
    private final String tenant;
    private final String job;
    private final SseEmitter emitter;
    private long last;
    private int silent;

    EventStream(TrainerApi trainer, String tenant, String job, long after, SseEmitter emitter) {
        this.trainer = trainer;
        this.tenant = tenant;
        this.job = job;
        this.last = after;
        this.emitter = emitter;
    }

    @Override
    public void run() {
        try {
            // Asked first: once a job has ended, the events that are there are all there will be.
            var ended = trainer.job(tenant, job).state().ended();
            var events = trainer.events(tenant, job, last, PAGE);
            send(events);
            if (ended && events.size() < PAGE) {
                emitter.send(SseEmitter.event().name("end").data(Map.of(), MediaType.APPLICATION_JSON));
                emitter.complete();
            }
        } catch (RestClientException e) {
            LOG.warn("cannot read the events of job {}: {}", job, e.getMessage());
        } catch (IOException | IllegalStateException e) {
            LOG.debug("the caller who followed job {} went away", job, e);
            emitter.completeWithError(e);
        }
    }

    private void send(List<JobEvent> events) throws IOException {
        for (var event : events) {
            last = event.id();
            emitter.send(SseEmitter.event()
                    .id(String.valueOf(last))
                    .name(event.type())
                    .data(event, MediaType.APPLICATION_JSON));
        }
        silent = events.isEmpty() ? silent + 1 : 0;
        if (silent == SILENT_RUNS) {
            // Only by writing is it noticed that a caller is gone.
            emitter.send(SseEmitter.event().comment("still there"));
            silent = 0;
        }
    }
}
