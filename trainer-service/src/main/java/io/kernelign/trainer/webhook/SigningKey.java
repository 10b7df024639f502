package io.kernelign.trainer.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs messages as Standard Webhooks 1.0 says, by HMAC-SHA256 with a key that sender and receiver share. */
public final class SigningKey {

    /** How a key is written. */
    public static final String PATTERN = "^whsec_[A-Za-z0-9+/]{32,86}={0,2}$";

    /** The same as a phrase. */
    public static final String ACCEPTED = "whsec_ and 24 to 64 bytes in base64";

    private static final String PREFIX = "whsec_";
    private static final Pattern WRITTEN = Pattern.compile(PATTERN);
    private static final int LEAST_BYTES = 24;
    private static final int MOST_BYTES = 64;
    private static final String HMAC = "HmacSHA256";

    private final SecretKeySpec key;

    /** @param secret that {@link #isWritten is written} as a key is */
    public SigningKey(String secret) {
        key = new SecretKeySpec(bytes(secret), HMAC);
    }

    /** Whether a text is a key. */
    public static boolean isWritten(String secret) {
        try {
            return WRITTEN.matcher(secret).matches()
                    && bytes(secret).length >= LEAST_BYTES
                    && bytes(secret).length <= MOST_BYTES;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static byte[] bytes(String secret) {
        return Base64.getDecoder().decode(secret.substring(PREFIX.length()));
    }

    /** Header {@code webhook-signature} of a message. */
    String signature(String id, Instant at, String body) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(key);
            var signed = mac.doFinal((id + "." + at.getEpochSecond() + "." + body).getBytes(UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(signed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + HMAC, e);
        }
    }
}
