package io.kernelign.alignment.evaluation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Which response of a pair is shown first: fixed by the pair's id, chosen first for half of all ids. */
final class PresentationOrder {

    private PresentationOrder() {}

    /** The lowest bit of the first byte of SHA-256(id in UTF-8) is 1. */
    static boolean chosenFirst(String id) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8));
            return (hash[0] & 1) == 1;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
