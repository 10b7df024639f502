package io.kernelign.evaluation.judge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {

    private static final Words WORDS = Words.of("TOXIC", "HARMLESS");

    @ParameterizedTest
    @ValueSource(strings = {"TOXIC", "toxic", " Toxic.\n", "**TOXIC**", "\"TOXIC\"!"})
    void a_reply_is_a_word_but_for_case_and_what_stands_around_it(String reply) {
        assertThat(WORDS.in(reply)).hasValue("TOXIC");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "...", "not toxic", "TOXIC or HARMLESS", "TOXIC because it demeans", "I cannot judge this."})
    void any_other_reply_is_none(String reply) {
        assertThat(WORDS.in(reply)).isEmpty();
    }
}
