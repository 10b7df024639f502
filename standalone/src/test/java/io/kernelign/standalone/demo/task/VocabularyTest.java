package io.kernelign.standalone.demo.task;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VocabularyTest {

    private final Vocabulary vocabulary = Vocabulary.of(DemoTask.of(DemoTask.SEED));

    @Test
    void each_word_of_the_task_is_one_token_with_the_space_before_it() {
        assertThat(vocabulary.words()).contains("Certainly", "ĠMira", "Ġgoat");
    }

    @Test
    void every_byte_has_a_token_of_its_own() {
        assertThat(vocabulary.bytes()).hasSize(256).doesNotHaveDuplicates();
        assertThat(vocabulary.bytes())
                .containsAll(ByteLevel.encode("Grüße \n")
                        .codePoints()
                        .mapToObj(Character::toString)
                        .toList());
    }

    @Test
    void ids_are_consecutive_and_no_token_has_two() {
        assertThat(vocabulary.tokens()).hasSize(vocabulary.size()).doesNotHaveDuplicates();
        assertThat(vocabulary.id("<|pad|>")).isZero();
        assertThat(vocabulary.size()).isLessThan(600);
    }
}
