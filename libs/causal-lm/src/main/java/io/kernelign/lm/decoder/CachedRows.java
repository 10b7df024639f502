package io.kernelign.lm.decoder;

import io.kernelign.torch.AttentionRule;
import io.kernelign.torch.Primitives;
import io.kernelign.torch.Tensor;
import io.kernelign.torch.Tensors;
import java.util.List;
import java.util.function.Function;
import java.util.stream.LongStream;

/** Sequences that read on together, each over the cache of what it has read before; none sees another. */
public final class CachedRows implements Attention {

    /**
     * One sequence.
     *
     * @param fresh the tokens that follow what its cache knows, at least one
     */
    public record Row(KeyValueCache cache, long... fresh) {

        private LongStream positions() {
            return LongStream.range(cache.length(), cache.length() + fresh.length);
        }
    }

    private final List<Row> rows;
    private final long[] known;
    private final long[] fresh;

    private CachedRows(List<Row> rows) {
        this.rows = rows;
        known = rows.stream().mapToLong(row -> row.cache.length()).toArray();
        fresh = rows.stream().mapToLong(row -> row.fresh.length).toArray();
    }

    /** Reads the fresh tokens; hidden states [rows, d] of the last position of each sequence. */
    public static Tensor read(List<Row> rows, Decoder decoder, Adapter adapter) {
        var tokens =
                rows.stream().flatMapToLong(row -> LongStream.of(row.fresh)).toArray();
        var positions = rows.stream().flatMapToLong(Row::positions).toArray();
        var pass = new CachedRows(rows);
        var hidden = decoder.hidden(tokens, positions, pass, adapter);
        rows.forEach(row -> row.cache.grow(row.fresh.length));
        return hidden.select(0, Tensors.of(pass.lastPositions()));
    }

    private long[] lastPositions() {
        var last = new long[fresh.length];
        long end = 0;
        for (int i = 0; i < last.length; i++) {
            end += fresh[i];
            last[i] = end - 1;
        }
        return last;
    }

    @Override
    public Tensor attend(int layer, AttentionRule rule, Tensor query, Tensor key, Tensor value) {
        var keys = buffers(cache -> cache.keys(layer, key));
        var values = buffers(cache -> cache.values(layer, value));
        return Primitives.cachedAttention(query, key, value, keys, values, known, fresh, rule);
    }

    private List<Tensor> buffers(Function<KeyValueCache, Tensor> buffer) {
        return rows.stream().map(row -> buffer.apply(row.cache)).toList();
    }
}
