package io.kernelign.trainer.memory;

import io.kernelign.service.start.RefusedStartException;
import org.springframework.util.unit.DataSize;

/** Sizes that an operator gives. */
final class Sizes {

    private Sizes() {}

    /**
     * Bytes of a size such as {@code 12GB}.
     *
     * @param accepted ends the refusal
     * @throws RefusedStartException it is none
     */
    static long bytes(String property, String said, String accepted) {
        try {
            return DataSize.parse(said).toBytes();
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new RefusedStartException(property + " is \"" + said + "\"; accepted is " + accepted + ".", e);
        }
    }
}
