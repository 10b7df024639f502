package io.kernelign.trainer.work;

import io.kernelign.trainer.job.JobEvents;
import io.kernelign.trainer.job.Lease;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpServerErrorException;
import org.springframework.web.client.ResourceAccessException;

/** Asks the selector until it answers. */
@Component
class Patience {

    static final long POLL_MILLIS = 500;

    private final JobEvents events;

    Patience(JobEvents events) {
        this.events = events;
    }

    <T> T answer(Lease lease, StopSignal stop, Supplier<T> question) throws InterruptedException {
        var backoff = new Backoff();
        var said = false;
        while (true) {
            stop.check();
            try {
                return question.get();
            } catch (ResourceAccessException | HttpServerErrorException.ServiceUnavailable e) {
                if (!said) {
                    events.append(lease, "warning", "The selector does not answer; waiting for it.", Map.of());
                    said = true;
                }
                Thread.sleep(backoff.next().toMillis());
            }
        }
    }
}
