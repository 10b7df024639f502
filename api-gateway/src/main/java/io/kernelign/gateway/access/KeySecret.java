package io.kernelign.gateway.access;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a caller sends to show that it holds a key: {@code kn_} and at least 256 random bits. It is told once and never kept; its
 * hash is, which needs no salt and no slowness for a text that nobody can guess.
 */
final class KeySecret {

    static final String MARK = "kn_";
    static final String ACCEPTED = MARK + " followed by 43 to 128 letters, digits, - or _";

    private static final Pattern FORM = Pattern.compile(MARK + "[A-Za-z0-9_-]{43,128}");
    private static final int BYTES = 32;
    private static final int PREFIX = MARK.length() + 8;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String text;

    private KeySecret(String text) {
        this.text = text;
    }

    static KeySecret fresh() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new KeySecret(MARK + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** Empty for a text that can be no secret. */
    static Optional<KeySecret> read(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new KeySecret(text)) : Optional.empty();
    }

    /** Its first characters, by which people tell keys apart. */
    String prefix() {
        return text.substring(0, PREFIX);
    }

    /** SHA-256 of it. */
    byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Compares in a time that tells nothing of where they differ. */
    boolean hasHash(byte[] hash) {
        return MessageDigest.isEqual(hash(), hash);
    }

    /** All of it, for the one who may know it. */
    String reveal() {
        return text;
    }

    @Override
    public String toString() {
        return prefix() + "...";
    }
}
