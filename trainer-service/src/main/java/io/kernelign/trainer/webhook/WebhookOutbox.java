package io.kernelign.trainer.webhook;

import io.kernelign.trainer.job.Ids;
import io.kernelign.trainer.job.JobChange;
import io.kernelign.trainer.job.JobChangeListener;
import io.kernelign.trainer.job.Jobs;
import java.time.Clock;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes a message for each change that somebody has asked to be told. */
@Component
class WebhookOutbox implements JobChangeListener {

    private final Jobs jobs;
    private final Deliveries deliveries;
    private final DeliveryQueue queue;
    private final JsonMapper json;
    private final Clock clock;

    WebhookOutbox(Jobs jobs, Deliveries deliveries, DeliveryQueue queue, JsonMapper json, Clock clock) {
        this.jobs = jobs;
        this.deliveries = deliveries;
        this.queue = queue;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public void changed(String id, JobChange change, long event) {
        var job = jobs.findById(id).orElseThrow();
        if (job.webhook().filter(hook -> hook.events().contains(change.type())).isPresent()) {
            var message = Ids.next("msg");
            var news = JobNews.of(job, change, event, clock.instant());
            deliveries.insert(message, id, change, json.writeValueAsString(news));
            queue.add(message);
        }
    }
}
