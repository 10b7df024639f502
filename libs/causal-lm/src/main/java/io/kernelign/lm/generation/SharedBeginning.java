package io.kernelign.lm.generation;

import io.kernelign.lm.decoder.Adapter;
import io.kernelign.lm.decoder.CachedRows;
import io.kernelign.lm.decoder.Decoder;
import io.kernelign.lm.decoder.KeyValueCache;
import io.kernelign.torch.Scope;
import java.util.Arrays;
import java.util.List;

/** What several prompts begin with, such as the worked examples of a benchmark, is read once for all of them. */
final class SharedBeginning {

    /** Below that copying costs what reading does. */
    private static final int SHORTEST = 32;

    private SharedBeginning() {}

    /**
     * Has the caches begin with what all prompts begin with. Each prompt keeps a token that is still to be read.
     *
     * @param prompts of at least one token each
     * @param caches of the prompts, in their order, empty
     */
    static void read(List<long[]> prompts, List<KeyValueCache> caches, Decoder decoder, Adapter adapter) {
        int shared = prompts.size() < 2 ? 0 : length(prompts);
        if (shared < SHORTEST) {
            return;
        }
        try (var scope = Scope.plain();
                var beginning = new KeyValueCache(shared)) {
            var tokens = Arrays.copyOf(prompts.get(0), shared);
            CachedRows.read(List.of(new CachedRows.Row(beginning, tokens)), decoder, adapter);
            caches.forEach(cache -> cache.begin(beginning));
        }
    }

    private static int length(List<long[]> prompts) {
        var first = prompts.get(0);
        return prompts.stream()
                .mapToInt(prompt -> Math.min(same(first, prompt), prompt.length - 1))
                .min()
                .orElseThrow();
    }

    private static int same(long[] one, long[] other) {
        int mismatch = Arrays.mismatch(one, other);
        return mismatch < 0 ? one.length : mismatch;
    }
}
