package io.kernelign.trainer.spec;

import java.net.URI;
import java.util.List;

/**
 * Who is told what becomes of a job, checked; {@link WebhookType} declares it.
 *
 * @param secret that signs what is told, {@code whsec_} and the key in base64
 * @param events types of what is told
 */
public record Webhook(URI url, String secret, List<String> events) {

    /** Without the secret. */
    @Override
    public String toString() {
        return url.getHost() + " for " + events;
    }
}
