package io.kernelign.trainer.webhook;

import java.net.URI;

/**
 * A message that is to be sent now.
 *
 * @param id the same at each try
 * @param url of the receiver
 * @param secret that signs it
 * @param tries since it was written, or since somebody wished it sent again
 */
record Delivery(String id, String job, URI url, String secret, String body, int tries) {

    /** Without what nobody else may know. */
    @Override
    public String toString() {
        return id + " of " + job;
    }
}
