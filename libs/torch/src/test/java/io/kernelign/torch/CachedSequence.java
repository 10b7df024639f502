package io.kernelign.torch;

import java.util.List;
import java.util.function.Function;

/** Queries, keys and values of one sequence; a cache has those of its first positions. */
record CachedSequence(Tensor q, Tensor k, Tensor v, int known) {

    CachedSequence(int length, int known) {
        this(
                Samples.normal(length, length, AttentionTest.HEADS, AttentionTest.SIZE),
                Samples.normal(10L + length, length, AttentionTest.KEY_HEADS, AttentionTest.SIZE),
                Samples.normal(20L + length, length, AttentionTest.KEY_HEADS, AttentionTest.SIZE),
                known);
    }

    long fresh() {
        return q.size(0) - known;
    }

    /** Attention of the positions that the caches lack, over caches with room for two more than they need. */
    static Tensor readOn(List<CachedSequence> sequences, AttentionRule rule) {
        return Primitives.cachedAttention(
                joined(sequences, CachedSequence::q),
                joined(sequences, CachedSequence::k),
                joined(sequences, CachedSequence::v),
                sequences.stream().map(sequence -> sequence.buffer(sequence.k)).toList(),
                sequences.stream().map(sequence -> sequence.buffer(sequence.v)).toList(),
                sequences.stream().mapToLong(CachedSequence::known).toArray(),
                sequences.stream().mapToLong(CachedSequence::fresh).toArray(),
                rule);
    }

    private static Tensor joined(List<CachedSequence> sequences, Function<CachedSequence, Tensor> part) {
        return Tensors.concat(
                sequences.stream()
                        .map(sequence -> part.apply(sequence).slice(0, sequence.known, sequence.q.size(0)))
                        .toList(),
                0);
    }

    private Tensor buffer(Tensor whole) {
        var room = Tensors.zeros(DType.FLOAT32, AttentionTest.KEY_HEADS, fresh() + 2, AttentionTest.SIZE);
        return Tensors.concat(List.of(whole.slice(0, 0, known).transpose(0, 1), room), 1);
    }
}
