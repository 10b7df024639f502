package io.kernelign.contracts;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** What trainer-service answers about the webhooks of its jobs. */
@HttpExchange("/internal/v1/jobs/{job}/deliveries")
public interface WebhookApi {

    /** Newest first. */
    @GetExchange
    Page<DeliveryView> deliveries(
            @RequestHeader(Tenancy.HEADER) String tenant,
            @PathVariable String job,
            @RequestParam(required = false) String cursor,
            @RequestParam(defaultValue = "20") int limit);

    /** Sends a message again, now, with as many tries as a new one has. */
    @PostExchange("/{delivery}/redeliver")
    DeliveryView redeliver(
            @RequestHeader(Tenancy.HEADER) String tenant, @PathVariable String job, @PathVariable String delivery);
}
