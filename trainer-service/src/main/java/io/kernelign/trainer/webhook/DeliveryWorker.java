package io.kernelign.trainer.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.kernelign.contracts.DeliveryAttempt;
import io.kernelign.contracts.DeliveryState;
import io.kernelign.fetch.FetchException;
import io.kernelign.fetch.WebMessages;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Sends a message once and writes down what came of it. */
@Component
class DeliveryWorker {

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryWorker.class);
    private static final int GONE = 410;

    private final Deliveries deliveries;
    private final WebMessages messages;
    private final WebhookSettings settings;
    private final Clock clock;

    DeliveryWorker(Deliveries deliveries, WebMessages messages, WebhookSettings settings, Clock clock) {
        this.deliveries = deliveries;
        this.messages = messages;
        this.settings = settings;
        this.clock = clock;
    }

    /** @param hopeless whether trying again would not help */
    private record Outcome(Integer status, String error, boolean hopeless) {

        static Outcome of(int status) {
            var taken = status >= 200 && status < 300;
            var more = status >= 300 && status < 400 ? "; redirects are not followed" : "";
            return new Outcome(status, taken ? null : "the receiver answers " + status + more, status == GONE);
        }
    }

    /** Harmless when there is nothing to send any more. */
    void deliver(String id) {
        deliveries.pending(id).ifPresent(this::deliver);
    }

    private void deliver(Delivery delivery) {
        var begun = clock.instant();
        var outcome = send(delivery, begun);
        var took = Duration.between(begun, clock.instant()).toMillis();
        var attempt = new DeliveryAttempt(begun, outcome.status, outcome.error, took);
        int tries = delivery.tries() + 1;
        if (outcome.error == null) {
            deliveries.tried(delivery.id(), attempt, DeliveryState.DELIVERED, null);
        } else if (outcome.hopeless || tries >= settings.tries()) {
            LOG.warn("{} was not delivered, and is not tried again: {}", delivery, outcome.error);
            deliveries.tried(delivery.id(), attempt, DeliveryState.FAILED, null);
        } else {
            var next = clock.instant().plus(settings.pauseAfter(tries));
            deliveries.tried(delivery.id(), attempt, DeliveryState.PENDING, next);
        }
    }

    private Outcome send(Delivery delivery, Instant now) {
        var headers = Map.of(
                "Content-Type", "application/json",
                "webhook-id", delivery.id(),
                "webhook-timestamp", String.valueOf(now.getEpochSecond()),
                "webhook-signature", new SigningKey(delivery.secret()).signature(delivery.id(), now, delivery.body()));
        try {
            return Outcome.of(
                    messages.post(delivery.url(), headers, delivery.body().getBytes(UTF_8)));
        } catch (FetchException e) {
            return new Outcome(null, e.getMessage(), true);
        } catch (IOException e) {
            return new Outcome(null, "the receiver does not answer: " + e.getMessage(), false);
        }
    }
}
