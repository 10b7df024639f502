package io.kernelign.contracts;

import java.util.List;

/**
 * Who is told what becomes of a job; the secret that signs it is never told.
 *
 * @param events types of what is told, as in {@code job.succeeded}
 */
public record WebhookView(String url, List<String> events) {}
