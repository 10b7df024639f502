package io.kernelign.lm.generation;

import io.kernelign.lm.decoder.Adapter;
import io.kernelign.lm.decoder.Decoder;
import io.kernelign.lm.decoder.KeyValueCache;
import io.kernelign.torch.Primitives;
import io.kernelign.torch.Scope;
import io.kernelign.torch.Tensor;
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
        int room = Math.min(limit, decoder.config().maxPositions() - prompt.length);
        var generated = LongStream.builder();
        try (var scope = Scope.plain();
                var cache = new KeyValueCache()) {
            var fresh = prompt;
            int position = 0;
            for (int i = 0; i < room; i++) {
                long token = next(fresh, position, cache, adapter, sampling);
                if (stops.contains(token)) {
                    break;
                }
                generated.add(token);
                position += fresh.length;
                fresh = new long[] {token};
            }
        }
        return generated.build().toArray();
    }

    private long next(long[] fresh, int position, KeyValueCache cache, Adapter adapter, Sampling sampling) {
        try (var scope = Scope.plain()) {
            var positions = LongStream.range(position, position + fresh.length).toArray();
            Tensor last = decoder.hidden(fresh, positions, cache, adapter).slice(0, fresh.length - 1L, fresh.length);
            return sampling.next(Primitives.linear(last, decoder.head()).floats());
        }
    }
}
