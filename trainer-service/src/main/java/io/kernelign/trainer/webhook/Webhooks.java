package io.kernelign.trainer.webhook;

import io.kernelign.contracts.DeliveryView;
import io.kernelign.contracts.Page;
import io.kernelign.service.page.Cursor;
import io.kernelign.service.page.Pages;
import io.kernelign.service.problem.NotFoundException;
import io.kernelign.trainer.job.Jobs;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the webhooks of a tenant's jobs have sent. */
@Component
public class Webhooks {

    private final Jobs jobs;
    private final Deliveries deliveries;
    private final DeliveryQueue queue;

    Webhooks(Jobs jobs, Deliveries deliveries, DeliveryQueue queue) {
        this.jobs = jobs;
        this.deliveries = deliveries;
        this.queue = queue;
    }

    /** Newest first. */
    public Page<DeliveryView> page(String tenant, String job, String cursor, int limit) {
        var found = deliveries.olderThan(owned(tenant, job), Cursor.read(cursor), Pages.lookup(limit));
        return Pages.of(
                found, limit, delivery -> delivery, delivery -> new Cursor(delivery.createdAt(), delivery.id()));
    }

    /**
     * Has a message sent again, at once.
     *
     * @throws NotFoundException when the job has none of that id, or the tenant no such job
     */
    @Transactional
    public DeliveryView redeliver(String tenant, String job, String delivery) {
        var id = find(owned(tenant, job), delivery).id();
        deliveries.again(id);
        queue.again(id);
        return find(job, id);
    }

    private DeliveryView find(String job, String delivery) {
        return deliveries
                .find(job, delivery)
                .orElseThrow(() -> new NotFoundException("delivery of job " + job, delivery));
    }

    private String owned(String tenant, String job) {
        return jobs.findByIdAndTenant(job, tenant)
                .orElseThrow(() -> new NotFoundException("job", job))
                .id();
    }
}
