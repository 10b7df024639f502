package io.kernelign.data.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FoldTest {

    private static final int PROMPTS = 20_000;

    private static long[] prompts() {
        return new SplittableRandom(1).longs(PROMPTS).toArray();
    }

    @Test
    void every_prompt_is_in_exactly_one_of_the_folds_and_they_are_alike_in_size() {
        for (int folds : new int[] {2, 3, 5, 20}) {
            var sizes = new int[folds];
            for (long prompt : prompts()) {
                var holding = IntStream.range(0, folds)
                        .filter(index -> new Fold(folds, index, 7).holds(prompt))
                        .toArray();
                assertThat(holding).hasSize(1);
                sizes[holding[0]]++;
            }
            for (int size : sizes) {
                double expected = (double) PROMPTS / folds;
                assertThat((double) size).isCloseTo(expected, within(5 * Math.sqrt(expected)));
            }
        }
    }

    @Test
    void another_seed_divides_otherwise() {
        long same = 0;
        for (long prompt : prompts()) {
            same += new Fold(5, 0, 1).holds(prompt) && new Fold(5, 0, 2).holds(prompt) ? 1 : 0;
        }
        assertThat((double) same / PROMPTS).isCloseTo(0.04, within(0.01));
    }

    @Test
    void a_fold_that_is_none_of_them_is_refused() {
        assertThatThrownBy(() -> new Fold(5, 5, 0)).hasMessage("fold 5 of 5");
        assertThatThrownBy(() -> new Fold(1, 0, 0)).hasMessage("fold 0 of 1");
    }
}
