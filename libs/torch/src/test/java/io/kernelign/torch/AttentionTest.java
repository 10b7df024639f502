package io.kernelign.torch;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Attention against an explicit softmax over masked products, one head at a time. */
class AttentionTest {

    static final int HEADS = 4;
    static final int KEY_HEADS = 2;
    static final int SIZE = 6;
    private static final AttentionRule PLAIN = AttentionRule.plain(SIZE);

    private interface Sight {
        boolean of(int position, int other);
    }

    @Test
    void a_plain_sequence_sees_its_past() {
        assertAttention(new long[] {7, 0, 0}, (i, j) -> j <= i);
    }

    @Test
    void second_sees_the_prompt_and_itself_but_never_first() {
        // prompt 0-2, first 3-4, second 5-8
        assertAttention(new long[] {3, 2, 4}, (i, j) -> j <= i && !(i >= 5 && j >= 3 && j < 5));
    }

    @Test
    void rows_that_stand_one_behind_the_other_do_not_see_each_other() {
        // row 0: prompt 0-1, first 2-4, second 5; row 1: positions 6-8; row 2: prompt 9, first 10, second 11-12
        var row = new int[] {0, 0, 0, 0, 0, 0, 1, 1, 1, 2, 2, 2, 2};
        var part = new int[] {0, 0, 1, 1, 1, 2, 0, 0, 0, 0, 1, 2, 2};
        assertAttention(
                new long[] {2, 3, 1, 3, 0, 0, 1, 1, 2},
                (i, j) -> j <= i && row[i] == row[j] && !(part[i] == 2 && part[j] == 1));
    }

    @Test
    void a_row_without_a_first_answer_or_without_a_prompt_is_attended_too() {
        assertAttention(new long[] {2, 0, 3}, (i, j) -> j <= i);
        assertAttention(new long[] {0, 2, 3}, (i, j) -> j <= i && (i < 2) == (j < 2));
    }

    @Test
    void all_scores_at_once_are_those_of_a_head_at_a_time() {
        for (long past : new long[] {0, 2}) {
            Samples.assertTwins(
                    in -> Script.call("attend_at_once", in.get(0), in.get(1), in.get(2), past, PLAIN.scale()),
                    in -> {
                        var q = rowsFirst(in.get(0));
                        return explicit(q, rowsFirst(in.get(1)), rowsFirst(in.get(2)), PLAIN, (i, j) -> j <= i + past)
                                .reshape(q.shape())
                                .transpose(0, 1)
                                .unsqueeze(0);
                    },
                    new long[] {1, HEADS, 5, SIZE},
                    new long[] {1, HEADS, 5 + past, SIZE},
                    new long[] {1, HEADS, 5 + past, SIZE});
        }
    }

    @Test
    void as_many_key_heads_as_heads_need_no_sharing() {
        Samples.assertTwins(
                in -> Primitives.packedAttention(in.get(0), in.get(1), in.get(2), new long[] {2, 2, 1}, PLAIN),
                in -> explicit(
                        in.get(0), in.get(1), in.get(2), PLAIN, (i, j) -> j <= i && !(i == 4 && j >= 2 && j < 4)),
                new long[] {5, 2, SIZE},
                new long[] {5, 2, SIZE},
                new long[] {5, 2, SIZE});
    }

    @Test
    void a_sequence_is_attended_over_its_cache_as_if_it_were_read_at_once() {
        for (int known : new int[] {0, 3, 4}) {
            assertCached(known, PLAIN, (i, j) -> j <= i);
        }
    }

    @Test
    void sequences_that_read_on_together_do_not_see_each_other() {
        try (var scope = Scope.plain()) {
            var sequences = List.of(new CachedSequence(5, 4), new CachedSequence(3, 0), new CachedSequence(6, 4));
            var attended = CachedSequence.readOn(sequences, PLAIN);
            long at = 0;
            for (var sequence : sequences) {
                var alone = CachedSequence.readOn(List.of(sequence), PLAIN);
                assertSame(attended.slice(0, at, at + sequence.fresh()), alone);
                at += sequence.fresh();
            }
        }
    }

    @Test
    void a_window_hides_what_is_further_back_than_its_width() {
        assertAttention(new long[] {7, 0, 0}, rule(3, 0), (i, j) -> j <= i && i - j < 3);
        assertAttention(new long[] {7, 0, 0}, rule(7, 0), (i, j) -> j <= i);
    }

    @Test
    void a_window_counts_the_positions_of_second_from_the_end_of_the_prompt() {
        // prompt 0-2, first 3-4, second 5-8, whose positions are 3-6
        Sight sight = (i, j) -> {
            int position = i < 5 ? i : i - 2;
            int other = j < 5 ? j : j - 2;
            return j <= i && position - other < 3 && !(i >= 5 && j >= 3 && j < 5);
        };
        assertAttention(new long[] {3, 2, 4}, rule(3, 0), sight);
        assertAttention(new long[] {3, 2, 4}, rule(3, 0.7), sight);
    }

    @Test
    void a_soft_cap_bends_the_scores_before_the_softmax() {
        assertAttention(new long[] {3, 2, 4}, rule(0, 0.7), (i, j) -> j <= i && !(i >= 5 && j >= 3 && j < 5));
    }

    @Test
    void fresh_positions_over_a_cache_see_the_last_of_it_that_the_window_holds() {
        for (int known : new int[] {0, 3, 4}) {
            assertCached(known, rule(3, 0), (i, j) -> j <= i && i - j < 3);
            assertCached(known, rule(3, 0.7), (i, j) -> j <= i && i - j < 3);
            assertCached(known, rule(0, 0.7), (i, j) -> j <= i);
        }
    }

    private static void assertCached(int known, AttentionRule rule, Sight sight) {
        try (var scope = Scope.plain()) {
            var sequence = new CachedSequence(5, known);
            var atOnce = explicit(sequence.q(), sequence.k(), sequence.v(), rule, sight);
            assertSame(CachedSequence.readOn(List.of(sequence), rule), atOnce.slice(0, known, 5));
        }
    }

    private static void assertSame(Tensor got, Tensor expected) {
        Samples.assertClose(got.floats(), expected.floats(), 2e-5f);
    }

    private static AttentionRule rule(int window, double softCap) {
        return new AttentionRule(0.6, window, softCap);
    }

    private static void assertAttention(long[] rows, Sight sight) {
        assertAttention(rows, PLAIN, sight);
    }

    private static void assertAttention(long[] rows, AttentionRule rule, Sight sight) {
        int n = (int) LongStream.of(rows).sum();
        Samples.assertTwins(
                in -> Primitives.packedAttention(in.get(0), in.get(1), in.get(2), rows, rule),
                in -> explicit(in.get(0), in.get(1), in.get(2), rule, sight),
                shape(n, HEADS),
                shape(n, KEY_HEADS),
                shape(n, KEY_HEADS));
    }

    private static Tensor explicit(Tensor q, Tensor k, Tensor v, AttentionRule rule, Sight sight) {
        int queries = (int) q.size(0);
        int keys = (int) k.size(0);
        var blocked = new float[queries * keys];
        for (int i = 0; i < queries; i++) {
            for (int j = 0; j < keys; j++) {
                blocked[i * keys + j] = sight.of(i, j) ? 0 : Float.NEGATIVE_INFINITY;
            }
        }
        var mask = Tensors.of(blocked, queries, keys);
        var heads = new ArrayList<Tensor>();
        for (int head = 0; head < q.size(1); head++) {
            var shared = head * k.size(1) / q.size(1);
            var products = head(q, head).matmul(head(k, shared).transpose(0, 1)).times(rule.scale());
            heads.add(capped(products, rule.softCap()).plus(mask).softmax(-1).matmul(head(v, shared)));
        }
        return Tensors.concat(heads, 1);
    }

    /** c tanh(s / c) by the logistic function. */
    private static Tensor capped(Tensor scores, double cap) {
        return cap == 0
                ? scores
                : scores.times(2 / cap).sigmoid().times(2).minus(1).times(cap);
    }

    /** [1, heads, n, d] to [n, heads, d]. */
    private static Tensor rowsFirst(Tensor x) {
        return x.squeeze(0).transpose(0, 1);
    }

    private static Tensor head(Tensor x, long head) {
        return x.slice(1, head, head + 1).squeeze(1);
    }

    private static long[] shape(long n, long heads) {
        return new long[] {n, heads, SIZE};
    }
}
