package io.kernelign.lm.generation;

import io.kernelign.lm.decoder.Adapter;
import io.kernelign.lm.decoder.Decoder;
import io.kernelign.lm.decoder.KeyValueCache;
import io.kernelign.torch.Scope;
import io.kernelign.torch.Tensor;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.LongStream;

/** Continues a prompt token by token. */
public final class Generator {

    private final Decoder decoder;
    private final Set<Long> stops;

    /**
     * @param stops tokens that end a continuation
     */
    public Generator(Decoder decoder, Set<Long> stops) {
        this.decoder = decoder;
        this.stops = Set.copyOf(stops);
    }

    /**
     * The continuation of a prompt, without the stop token that may have ended it.
     *
     * @param prompt at least one token
     * @param limit most tokens to generate; the model's longest sequence bounds it too
     */
    public long[] generate(long[] prompt, Adapter adapter, Sampling sampling, int limit) {
        int room = Math.max(0, Math.min(limit, decoder.config().maxPositions() - prompt.length));
        var sequence = Arrays.copyOf(prompt, prompt.length + room);
        int length = prompt.length;
        int read = 0;
        try (var scope = Scope.plain();
                var cache = new KeyValueCache()) {
            while (length < sequence.length) {
                if (read > 0 && turnsAnewAt(length)) {
                    cache.clear();
                    read = 0;
                }
                long token = next(Arrays.copyOfRange(sequence, read, length), read, cache, adapter, sampling);
                if (stops.contains(token)) {
                    break;
                }
                read = length;
                sequence[length] = token;
                length++;
            }
        }
        return Arrays.copyOfRange(sequence, prompt.length, length);
    }

    private boolean turnsAnewAt(int length) {
        return decoder.config().ropes().stream().anyMatch(rope -> rope.scaling().turnsAnewAt(length));
    }

    private long next(long[] fresh, int position, KeyValueCache cache, Adapter adapter, Sampling sampling) {
        try (var scope = Scope.plain()) {
            var positions = LongStream.range(position, position + fresh.length).toArray();
            Tensor last = decoder.hidden(fresh, positions, cache, adapter).slice(0, fresh.length - 1L, fresh.length);
            return sampling.next(decoder.head().logits(last).floats());
        }
    }
}
