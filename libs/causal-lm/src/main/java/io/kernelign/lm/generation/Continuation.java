package io.kernelign.lm.generation;

/**
 * What a prompt was continued with.
 *
 * @param tokens without the token that may have ended it
 */
public record Continuation(long[] tokens, Reason reason) {

    /** Why it ended. */
    public enum Reason {
        /** It was complete. */
        STOP,
        /** It had as many tokens as it may have. */
        LENGTH
    }
}
