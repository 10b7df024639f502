package io.kernelign.lm.generation;

import io.kernelign.lm.decoder.CachedRows;
import io.kernelign.lm.decoder.KeyValueCache;
import java.util.Arrays;

/** A prompt and what it has been continued with so far, with a cache that lives until the sequence has ended. */
final class GrowingSequence implements AutoCloseable {

    private final int promptLength;
    private final long[] tokens;
    private final Sampler sampler;
    private final Ending ending;
    private final KeyValueCache cache;
    private int length;
    private Continuation.Reason reason;

    /** @param room most tokens that can follow, 0 or more */
    GrowingSequence(long[] prompt, int room, Sampler sampler, Ending ending) {
        promptLength = prompt.length;
        length = prompt.length;
        tokens = Arrays.copyOf(prompt, prompt.length + room);
        reason = room == 0 ? Continuation.Reason.LENGTH : null;
        cache = new KeyValueCache(tokens.length);
        this.sampler = sampler;
        this.ending = ending;
    }

    boolean ended() {
        return reason != null;
    }

    int length() {
        return length;
    }

    /** Most tokens that it can have with its prompt. */
    int capacity() {
        return tokens.length;
    }

    long[] prompt() {
        return Arrays.copyOf(tokens, promptLength);
    }

    KeyValueCache cache() {
        return cache;
    }

    /** Has everything read once more. */
    void readAgain() {
        cache.rewind(0);
    }

    CachedRows.Row unread() {
        return new CachedRows.Row(cache, Arrays.copyOfRange(tokens, cache.length(), length));
    }

    /** Grows by the next token, or ends. */
    void next(float[] logits) {
        long token = sampler.next(logits);
        if (ending.tokens().contains(token)) {
            reason = Continuation.Reason.STOP;
        } else {
            tokens[length] = token;
            length++;
            if (ending.complete().test(continued())) {
                reason = Continuation.Reason.STOP;
            } else if (length == tokens.length) {
                reason = Continuation.Reason.LENGTH;
            }
        }
        if (ended()) {
            close();
        }
    }

    Continuation continuation() {
        return new Continuation(continued(), reason);
    }

    private long[] continued() {
        return Arrays.copyOfRange(tokens, promptLength, length);
    }

    @Override
    public void close() {
        cache.close();
    }
}
