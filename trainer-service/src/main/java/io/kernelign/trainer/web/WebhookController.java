package io.kernelign.trainer.web;

import io.kernelign.contracts.DeliveryView;
import io.kernelign.contracts.Page;
import io.kernelign.contracts.WebhookApi;
import io.kernelign.trainer.webhook.Webhooks;
import org.springframework.web.bind.annotation.RestController;

@RestController
class WebhookController implements WebhookApi {

    private final Webhooks webhooks;

    WebhookController(Webhooks webhooks) {
        this.webhooks = webhooks;
    }

    @Override
    public Page<DeliveryView> deliveries(String tenant, String job, String cursor, int limit) {
        return webhooks.page(tenant, job, cursor, limit);
    }

    @Override
    public DeliveryView redeliver(String tenant, String job, String delivery) {
        return webhooks.redeliver(tenant, job, delivery);
    }
}
