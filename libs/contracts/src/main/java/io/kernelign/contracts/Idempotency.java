package io.kernelign.contracts;

/** How the same request, sent again because its answer was lost, is told from another one like it. */
public final class Idempotency {

    /** A name that the caller gives a request, another one for every request that it means. */
    public static final String HEADER = "Idempotency-Key";

    /**
     * {@code true} where a caller that gives no names says that it sends a request again: the one like it that came last is
     * meant.
     */
    public static final String AGAIN = "Kernelign-Sent-Again";

    private Idempotency() {}
}
