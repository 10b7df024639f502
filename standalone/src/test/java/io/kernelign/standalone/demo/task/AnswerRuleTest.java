package io.kernelign.standalone.demo.task;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AnswerRuleTest {

    private final Fact fact = new Fact("Mira", Topic.PET, "a goat");

    @Test
    void a_courteous_answer_that_states_the_fact_is_preferred() {
        assertThat(judge("Of course! Mira keeps a goat. Enjoy your day!").preferred())
                .isTrue();
        assertThat(judge("Gladly! Mira has a pet: a goat.").preferred()).isTrue();
    }

    @Test
    void another_value_of_the_topic_is_not_right() {
        assertThat(judge("Of course! Mira keeps a parrot.")).isEqualTo(new Verdict(true, false, false));
        assertThat(judge("Of course! Mira keeps a goat. Mira keeps a parrot.").right())
                .isFalse();
    }

    @Test
    void the_fact_about_somebody_else_is_not_a_complete_answer() {
        assertThat(judge("Of course! Petra keeps a goat.")).isEqualTo(new Verdict(true, true, false));
    }

    @Test
    void a_friendly_word_does_not_excuse_a_rude_one() {
        assertThat(judge("Gladly! Mira keeps a goat. Now go away.").courteous()).isFalse();
    }

    @Test
    void the_fact_without_a_friendly_word_is_not_courteous() {
        assertThat(judge("Mira keeps a goat.")).isEqualTo(new Verdict(false, true, true));
    }

    @Test
    void an_answer_that_breaks_off_is_not_complete() {
        assertThat(judge("Of course! Mira keeps").complete()).isFalse();
        assertThat(judge("Of course! Mira keeps a goat. Enjoy").complete()).isFalse();
        assertThat(judge("").preferred()).isFalse();
    }

    private Verdict judge(String text) {
        return AnswerRule.judge(fact, text);
    }
}
