package io.kernelign.contracts;

import java.time.Instant;
import java.util.List;

/**
 * A message of a job's webhook.
 *
 * @param id header {@code webhook-id}, the same at each try
 * @param type as in {@code job.succeeded}
 * @param body as it is sent
 * @param attempts oldest first
 * @param nextAttemptAt {@code null} unless it is pending
 */
public record DeliveryView(
        String id,
        String type,
        DeliveryState state,
        String body,
        List<DeliveryAttempt> attempts,
        Instant nextAttemptAt,
        Instant createdAt) {}
