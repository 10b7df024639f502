package io.kernelign.lm.generation;

import io.kernelign.lm.decoder.Adapter;
import io.kernelign.lm.decoder.CachedRows;
import io.kernelign.lm.decoder.Decoder;
import io.kernelign.lm.decoder.KeyValueCache;
import io.kernelign.torch.Scope;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** How likely a model finds given continuations of prompts; each prompt is read once, and several at once. */
final class Likelihoods {

    private final Decoder decoder;
    private final Adapter adapter;

    Likelihoods(Decoder decoder, Adapter adapter) {
        this.decoder = decoder;
        this.adapter = adapter;
    }

    /**
     * A prompt and what may follow it.
     *
     * @param prompt at least one token
     * @param continuations each of at least one token
     */
    record Fork(long[] prompt, List<long[]> continuations) {

        /** Most tokens that are read. */
        int capacity() {
            return prompt.length + longest() - 1;
        }

        private int longest() {
            return continuations.stream()
                    .mapToInt(tokens -> tokens.length)
                    .max()
                    .orElseThrow();
        }
    }

    /** ln p of each continuation, the sum over its tokens: what it would be alone, though the last digits may differ. */
    List<double[]> of(List<Fork> forks) {
        var found = new ArrayList<double[]>();
        for (var batch : Batches.of(forks, Fork::capacity, Generator.PASS_TOKENS, decoder.config())) {
            found.addAll(ofBatch(batch));
        }
        return found;
    }

    private List<double[]> ofBatch(List<Fork> forks) {
        var caches =
                forks.stream().map(fork -> new KeyValueCache(fork.capacity())).toList();
        try (var scope = Scope.plain()) {
            SharedBeginning.read(forks.stream().map(Fork::prompt).toList(), caches, decoder, adapter);
            var sums = first(forks, caches);
            int most = forks.stream()
                    .mapToInt(fork -> fork.continuations.size())
                    .max()
                    .orElseThrow();
            for (int choice = 0; choice < most; choice++) {
                addRest(choice, forks, caches, sums);
            }
            return sums;
        } finally {
            caches.forEach(KeyValueCache::close);
        }
    }

    /** Of the first token of each continuation. */
    private List<double[]> first(List<Fork> forks, List<KeyValueCache> caches) {
        var rows = new ArrayList<CachedRows.Row>();
        for (int i = 0; i < forks.size(); i++) {
            var prompt = forks.get(i).prompt;
            var cache = caches.get(i);
            rows.add(new CachedRows.Row(cache, Arrays.copyOfRange(prompt, cache.length(), prompt.length)));
        }
        var next = next(rows);
        var sums = new ArrayList<double[]>();
        for (int i = 0; i < forks.size(); i++) {
            var likely = next.get(i);
            sums.add(forks.get(i).continuations.stream()
                    .mapToDouble(tokens -> likely[Math.toIntExact(tokens[0])])
                    .toArray());
        }
        return sums;
    }

    /** Adds the further tokens of one continuation of each prompt. */
    private void addRest(int choice, List<Fork> forks, List<KeyValueCache> caches, List<double[]> sums) {
        for (int at = 1; ; at++) {
            var longer = longer(choice, at, forks);
            if (longer.isEmpty()) {
                return;
            }
            var rows = new ArrayList<CachedRows.Row>();
            for (int i : longer) {
                if (at == 1) {
                    caches.get(i).rewind(forks.get(i).prompt.length);
                }
                rows.add(new CachedRows.Row(
                        caches.get(i), forks.get(i).continuations.get(choice)[at - 1]));
            }
            var next = next(rows);
            for (int row = 0; row < longer.size(); row++) {
                int i = longer.get(row);
                sums.get(i)[choice] +=
                        next.get(row)[Math.toIntExact(forks.get(i).continuations.get(choice)[at])];
            }
        }
    }

    private static List<Integer> longer(int choice, int than, List<Fork> forks) {
        var longer = new ArrayList<Integer>();
        for (int i = 0; i < forks.size(); i++) {
            var continuations = forks.get(i).continuations;
            if (choice < continuations.size() && continuations.get(choice).length > than) {
                longer.add(i);
            }
        }
        return longer;
    }

    /** ln p of every token that may follow, for each row. */
    private List<float[]> next(List<CachedRows.Row> rows) {
        try (var scope = Scope.plain()) {
            var all = decoder.head()
                    .logits(CachedRows.read(rows, decoder, adapter))
                    .logSoftmax(1)
                    .floats();
            int width = all.length / rows.size();
            var next = new ArrayList<float[]>();
            for (int row = 0; row < rows.size(); row++) {
                next.add(Arrays.copyOfRange(all, row * width, (row + 1) * width));
            }
            return next;
        }
    }
}
