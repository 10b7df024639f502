package io.kernelign.service.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.kernelign.input.FieldError;
import io.kernelign.input.InvalidInputException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;

/**
 * A place in a listing that goes from new to old: what follows is older than {@code at}, or as old and with a smaller
 * id. Ids that users see hold no blank.
 */
public record Cursor(Instant at, String id) {

    /** Before everything that can be stored. */
    private static final Cursor START = new Cursor(Instant.parse("9999-12-31T00:00:00Z"), "");

    /**
     * Reads what a caller sent.
     *
     * @param text {@code null} for the first page
     * @throws InvalidInputException for a text that {@link #text} did not make
     */
    public static Cursor read(String text) {
        if (text == null) {
            return START;
        }
        try {
            var parts = new String(Base64.getUrlDecoder().decode(text), UTF_8).split(" ", 2);
            return new Cursor(Instant.parse(parts[0]), parts[1]);
        } catch (IllegalArgumentException | DateTimeException | IndexOutOfBoundsException e) {
            throw new InvalidInputException(
                    FieldError.unacceptable("cursor", text, "the next of an earlier page, unchanged"));
        }
    }

    /** The opaque text that callers send back. */
    public String text() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((at + " " + id).getBytes(UTF_8));
    }
}
