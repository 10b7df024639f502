package io.kernelign.gateway.job;

import io.kernelign.contracts.DeliveryView;
import io.kernelign.contracts.Page;
import io.kernelign.contracts.WebhookApi;
import io.kernelign.service.access.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a job's webhook has sent. */
@RestController
@RequestMapping("/api/v1/jobs/{id}/deliveries")
@Tag(name = "Jobs")
class JobDeliveryController {

    private final WebhookApi webhooks;

    JobDeliveryController(WebhookApi webhooks) {
        this.webhooks = webhooks;
    }

    @GetMapping
    @Operation(
            summary = "What a job's webhook has sent, newest first.",
            description = "Each message with every try to deliver it.")
    Page<DeliveryView> list(
            Caller caller,
            @PathVariable String id,
            @RequestParam(required = false) String cursor,
            @RequestParam(defaultValue = "20") int limit) {
        return webhooks.deliveries(caller.tenant(), id, cursor, limit);
    }

    @PostMapping("/{delivery}/redeliver")
    @Operation(
            summary = "Sends a message again, at once.",
            description = "With the same webhook-id, a new timestamp, and as many tries as a new message has.")
    DeliveryView redeliver(Caller caller, @PathVariable String id, @PathVariable String delivery) {
        return webhooks.redeliver(caller.tenant(), id, delivery);
    }
}
