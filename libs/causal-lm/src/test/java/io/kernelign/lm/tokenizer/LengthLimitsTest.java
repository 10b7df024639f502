package io.kernelign.lm.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class LengthLimitsTest {

    private static final LengthLimits LIMITS = new LengthLimits(6, 4);

    @Test
    void what_fits_is_left_alone_and_counted() {
        var pair = new TokenPair(new int[] {1, 2}, new int[] {3, 4, 5, 6}, new int[] {7});
        var cut = LIMITS.cut(pair);
        assertThat(cut).usingRecursiveComparison().isEqualTo(pair);
        assertThat(LengthReport.EMPTY.plus(pair, cut)).isEqualTo(new LengthReport(1, 0, 0, 0));
    }

    @Test
    void a_prompt_loses_its_first_tokens_and_a_response_its_last() {
        var pair = new TokenPair(new int[] {1, 2, 3, 4, 5, 6}, new int[] {7, 8, 9}, new int[] {10, 11});
        var cut = LIMITS.cut(pair);
        assertThat(cut.prompt()).containsExactly(3, 4, 5, 6);
        assertThat(cut.chosen()).containsExactly(7, 8);
        assertThat(cut.rejected()).containsExactly(10, 11);
        assertThat(LengthReport.EMPTY.plus(pair, cut)).isEqualTo(new LengthReport(1, 1, 1, 0));
    }

    @Test
    void an_empty_response_is_counted() {
        var pair = new TokenPair(new int[] {1}, new int[0], new int[] {2});
        assertThat(LengthReport.EMPTY.plus(pair, LIMITS.cut(pair))).isEqualTo(new LengthReport(1, 0, 0, 1));
    }

    @Test
    void limits_that_leave_a_response_no_room_are_refused() {
        assertThatThrownBy(() -> new LengthLimits(4, 4))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("maxPromptLength is 4; accepted is 1 to below maxLength, 4");
        assertThatThrownBy(() -> new LengthLimits(4, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
