package io.kernelign.torch;

import java.util.ArrayList;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Attention against an explicit softmax over masked products, one head at a time. */
class AttentionTest {

    private static final int HEADS = 4;
    private static final int KEY_HEADS = 2;
    private static final int SIZE = 6;

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
    void as_many_key_heads_as_heads_need_no_sharing() {
        Samples.assertTwins(
                in -> Primitives.packedAttention(in.get(0), in.get(1), in.get(2), new long[] {2, 2, 1}),
                in -> explicit(in.get(0), in.get(1), in.get(2), (i, j) -> j <= i && !(i == 4 && j >= 2 && j < 4)),
                new long[] {5, 2, SIZE},
                new long[] {5, 2, SIZE},
                new long[] {5, 2, SIZE});
    }

    @Test
    void a_whole_sequence_over_its_cache_sees_its_past() {
        Samples.assertTwins(
                in -> Primitives.cachedAttention(in.get(0), in.get(1), in.get(2)),
                in -> explicit(in.get(0), in.get(1), in.get(2), (i, j) -> j <= i),
                shape(5, HEADS),
                shape(5, KEY_HEADS),
                shape(5, KEY_HEADS));
    }

    @Test
    void one_new_position_sees_the_whole_cache() {
        Samples.assertTwins(
                in -> Primitives.cachedAttention(in.get(0), in.get(1), in.get(2)),
                in -> explicit(in.get(0), in.get(1), in.get(2), (i, j) -> true),
                shape(1, HEADS),
                shape(5, KEY_HEADS),
                shape(5, KEY_HEADS));
    }

    private static void assertAttention(long[] rows, Sight sight) {
        int n = (int) LongStream.of(rows).sum();
        Samples.assertTwins(
                in -> Primitives.packedAttention(in.get(0), in.get(1), in.get(2), rows),
                in -> explicit(in.get(0), in.get(1), in.get(2), sight),
                shape(n, HEADS),
                shape(n, KEY_HEADS),
                shape(n, KEY_HEADS));
    }

    private static Tensor explicit(Tensor q, Tensor k, Tensor v, Sight sight) {
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
            var products = head(q, head).matmul(head(k, shared).transpose(0, 1)).over(Math.sqrt(q.size(2)));
            heads.add(products.plus(mask).softmax(-1).matmul(head(v, shared)));
        }
        return Tensors.concat(heads, 1);
    }

    private static Tensor head(Tensor x, long head) {
        return x.slice(1, head, head + 1).squeeze(1);
    }

    private static long[] shape(long n, long heads) {
        return new long[] {n, heads, SIZE};
    }
}
