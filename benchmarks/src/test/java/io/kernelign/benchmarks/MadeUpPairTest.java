package io.kernelign.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MadeUpPairTest {

    @ParameterizedTest
    @ValueSource(ints = {4, 5, 6, 7, 256, 4096})
    void a_pair_has_exactly_the_tokens_asked_for_half_of_them_prompt(int tokens) {
        var pair = MadeUpPair.of(tokens, 50);

        assertThat(pair.length()).isEqualTo(tokens);
        assertThat(pair.row().prompt().length).isBetween(tokens / 2, tokens / 2 + 2);
        assertThat(pair.row().chosen()).hasSameSizeAs(pair.row().rejected()).isNotEmpty();
        assertThat(Arrays.stream(pair.row().prompt())).allMatch(token -> token >= 0 && token < 50);
    }
}
