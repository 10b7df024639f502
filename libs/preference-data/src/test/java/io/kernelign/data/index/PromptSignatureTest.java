package io.kernelign.data.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.kernelign.data.pair.Message;
import io.kernelign.data.pair.Role;
import io.kernelign.data.pair.Turn;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PromptSignatureTest {

    private static final String LONG =
            "What is the capital of France, and since when has it been the capital, in 1 sentence or in 2?";

    private static int[] of(String... turns) {
        return PromptSignature.of(Turn.of(
                Stream.of(turns).map(text -> new Message(Role.USER, text)).toList()));
    }

    @Test
    void only_letters_and_digits_count_and_not_their_case() {
        assertThat(of("  \u2014 " + LONG.toUpperCase(Locale.ROOT).replace(' ', '\n') + "\u2026"))
                .isEqualTo(of(LONG));
        assertThat(of("- short!")).isEqualTo(of("SHORT"));
        assertThat(of("?!")).isEqualTo(of(""));
    }

    @Test
    void where_a_turn_ends_does_not_count() {
        assertThat(of(LONG.substring(0, 50), LONG.substring(50))).isEqualTo(of(LONG));
        assertThat(of("sh", "ort")).isEqualTo(of("short"));
    }

    @Test
    void letters_beyond_ascii_count() {
        assertThat(of("für")).isEqualTo(of("FÜR")).isNotEqualTo(of("fur"));
        assertThat(of("\uD835\uDC00")).isNotEqualTo(of(""));
    }

    @Test
    void of_long_prompts_another_word_changes_some_numbers_and_of_short_ones_all() {
        var one = of(LONG);
        var other = of(LONG.replace("France", "Angola"));
        int same = same(one, other);
        assertThat(same).isBetween(one.length / 2, one.length - 1);
        assertThat(same(of("capital of France"), of("capital of Angola"))).isZero();
    }

    private static int same(int[] one, int[] other) {
        int same = 0;
        for (int i = 0; i < one.length; i++) {
            same += one[i] == other[i] ? 1 : 0;
        }
        return same;
    }
}
