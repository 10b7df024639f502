package io.kernelign.contracts;

import java.time.Instant;

/**
 * One try to deliver a message.
 *
 * @param status that the receiver answered; {@code null} where it did not answer
 * @param error why it counts as not delivered; {@code null} otherwise
 * @param milliseconds that it took
 */
public record DeliveryAttempt(Instant at, Integer status, String error, long milliseconds) {}
