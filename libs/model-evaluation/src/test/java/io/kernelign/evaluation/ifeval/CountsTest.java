package io.kernelign.evaluation.ifeval;

import static org.assertj.core.api.Assertions.assertThat;

import io.kernelign.evaluation.ifeval.text.Sentences;
import io.kernelign.evaluation.ifeval.text.Words;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Sentences and words, as NLTK counts them. */
class CountsTest {

    static Stream<Named<JsonNode>> texts() {
        return Golden.constructed()
                .get("texts")
                .valueStream()
                .map(it -> Named.of(it.get("text").toString(), it));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void sentences_are_as_many_as_punkt_finds(JsonNode it) {
        assertThat(Sentences.of(it.get("text").asString()))
                .hasSize(it.get("sentences").asInt());
    }

    @ParameterizedTest
    @MethodSource("texts")
    void words_are_as_many_as_python_matches(JsonNode it) {
        assertThat(Words.count(it.get("text").asString()))
                .isEqualTo(it.get("words").asInt());
    }

    @ParameterizedTest
    @MethodSource("texts")
    void words_in_capitals_are_as_many_as_nltk_tokenizes(JsonNode it) {
        assertThat(Words.countCapital(it.get("text").asString()))
                .isEqualTo(it.get("capitalWords").asInt());
    }

    @Test
    void a_sentence_keeps_the_quotation_marks_and_brackets_that_close_it() {
        assertThat(Sentences.of("He said \"Stop.\" (Then he left.) She stayed"))
                .containsExactly("He said \"Stop.\"", "(Then he left.)", "She stayed");
    }
}
