package io.kernelign.lm.decoder;

import io.kernelign.torch.AttentionRule;
import io.kernelign.torch.Primitives;
import io.kernelign.torch.Tensor;
import io.kernelign.torch.Tensors;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/**
 * Rows of {@code [prompt | chosen | rejected]}, one behind the other without padding. The prompt is read once for both
 * responses: rejected's positions restart after the prompt, and it does not see chosen.
 *
 * <p>Response tokens are numbered through all rows, chosen before rejected; {@link #predictors} says which position's
 * hidden state predicts each of them (the last prompt token predicts the first token of both responses).
 */
public final class PackedRows implements Attention {

    /** One row; the prompt has at least one token, the responses may be empty. */
    public record Row(long[] prompt, long[] chosen, long[] rejected) {

        public int length() {
            return prompt.length + chosen.length + rejected.length;
        }
    }

    private final int rows;
    private final long[] lengths;
    private final long[] tokens;
    private final long[] positions;
    private final long[] responsePositions;
    private final long[] predictors;
    private final long[] targets;
    private final long[] segments;

    private PackedRows(List<Row> rows) {
        this.rows = rows.size();
        lengths = rows.stream()
                .flatMapToLong(row -> LongStream.of(row.prompt.length, row.chosen.length, row.rejected.length))
                .toArray();
        tokens = rows.stream()
                .flatMapToLong(row -> concat(row.prompt, row.chosen, row.rejected))
                .toArray();
        positions = rows.stream().flatMapToLong(PackedRows::positions).toArray();
        targets = rows.stream()
                .flatMapToLong(row -> concat(row.chosen, row.rejected))
                .toArray();
        responsePositions = new long[targets.length];
        predictors = new long[targets.length];
        segments = new long[targets.length];
        index(rows);
    }

    public static PackedRows of(List<Row> rows) {
        return new PackedRows(rows);
    }

    private void index(List<Row> rows) {
        int start = 0;
        int at = 0;
        for (int r = 0; r < rows.size(); r++) {
            var row = rows.get(r);
            int lastOfPrompt = start + row.prompt.length - 1;
            int firstOfChosen = lastOfPrompt + 1;
            int firstOfRejected = firstOfChosen + row.chosen.length;
            at = indexResponse(at, 2 * r, lastOfPrompt, firstOfChosen, row.chosen.length);
            at = indexResponse(at, 2 * r + 1, lastOfPrompt, firstOfRejected, row.rejected.length);
            start += row.length();
        }
    }

    private int indexResponse(int from, int segment, int lastOfPrompt, int first, int length) {
        for (int i = 0; i < length; i++) {
            responsePositions[from + i] = first + i;
            predictors[from + i] = i == 0 ? lastOfPrompt : first + i - 1;
            segments[from + i] = segment;
        }
        return from + length;
    }

    private static LongStream concat(long[]... parts) {
        return List.of(parts).stream().flatMapToLong(LongStream::of);
    }

    private static LongStream positions(Row row) {
        int prompt = row.prompt.length;
        return LongStream.concat(
                LongStream.range(0, prompt + row.chosen.length),
                LongStream.range(prompt, prompt + row.rejected.length));
    }

    /** The way of every position through a decoder. */
    public Pass pass(Decoder decoder) {
        return decoder.pass(tokens, positions, this);
    }

    /** Hidden states [n, d] of every position. */
    public Tensor hidden(Decoder decoder, Adapter adapter) {
        return decoder.hidden(tokens, positions, this, adapter);
    }

    @Override
    public Tensor attend(int layer, AttentionRule rule, Tensor query, Tensor key, Tensor value) {
        return Primitives.packedAttention(query, key, value, lengths, rule);
    }

    /** Hidden states [response tokens, d] that predict the response tokens, from those of every position. */
    public Tensor predictors(Tensor hidden) {
        return hidden.select(0, Tensors.of(predictors));
    }

    /** The response tokens themselves, INT64 [response tokens]. */
    public Tensor targets() {
        return Tensors.of(targets);
    }

    /** Sums over each response: [response tokens] to [rows, 2], chosen in column 0, rejected in column 1. */
    public Tensor sumByResponse(Tensor perToken) {
        var sums = Tensors.zeros(perToken.dtype(), 2L * rows);
        return sums.indexAdd(Tensors.of(segments), perToken).reshape(rows, 2);
    }

    /** Mean of the hidden states over each response's own tokens: [n, d] to [2 rows, d], chosen before rejected. */
    public Tensor poolResponses(Tensor hidden) {
        var sums = Tensors.zeros(hidden.dtype(), 2L * rows, hidden.size(-1))
                .indexAdd(Tensors.of(segments), hidden.select(0, Tensors.of(responsePositions)));
        return sums.over(responseLengths().reshape(2L * rows, 1).atLeast(1));
    }

    /** Mean of the hidden states over each prompt's tokens: [n, d] to [rows, d]. */
    public Tensor poolPrompts(Tensor hidden) {
        var places = new ArrayList<Long>();
        var segments = new ArrayList<Long>();
        var counts = new float[rows];
        long start = 0;
        for (int row = 0; row < rows; row++) {
            counts[row] = lengths[3 * row];
            for (long i = 0; i < lengths[3 * row]; i++) {
                places.add(start + i);
                segments.add((long) row);
            }
            start += lengths[3 * row] + lengths[3 * row + 1] + lengths[3 * row + 2];
        }
        var sums = Tensors.zeros(hidden.dtype(), rows, hidden.size(-1))
                .indexAdd(Tensors.of(longs(segments)), hidden.select(0, Tensors.of(longs(places))));
        return sums.over(Tensors.of(counts, rows, 1));
    }

    private static long[] longs(List<Long> values) {
        return values.stream().mapToLong(Long::longValue).toArray();
    }

    /** Tokens of each response, FLOAT32 [rows, 2]. */
    public Tensor responseLengths() {
        var counts = new float[2 * rows];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = lengths[3 * (i / 2) + 1 + i % 2];
        }
        return Tensors.of(counts, rows, 2);
    }

    public int rows() {
        return rows;
    }

    /** Positions in all rows. */
    public int size() {
        return tokens.length;
    }

    public int responseTokens() {
        return targets.length;
    }
}
