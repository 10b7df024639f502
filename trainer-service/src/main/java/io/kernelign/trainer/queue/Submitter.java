package io.kernelign.trainer.queue;

import io.kernelign.input.FieldError;
import io.kernelign.input.InvalidInputException;

/**
 * Who sends a request, and by what it is known when it comes again.
 *
 * @param key {@code null} where the caller gives it none
 * @param again whether it came before, and is known by its content only
 */
public record Submitter(String tenant, String key, boolean again) {

    private static final int LONGEST = 200;

    /** @throws InvalidInputException for a key that is none */
    public Submitter {
        if (key != null
                && (key.isBlank() || key.length() > LONGEST || !key.chars().allMatch(c -> c > ' ' && c < 127))) {
            throw new InvalidInputException(FieldError.unacceptable(
                    "Idempotency-Key", key, "1 to " + LONGEST + " visible characters of ASCII"));
        }
    }
}
