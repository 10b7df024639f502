package io.kernelign.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ChoiceQuestionTest {

    private static final ChoiceQuestion QUESTION =
            new ChoiceQuestion("sums/1", "sums", Prompt.of("1 + 1 is"), List.of(" 1", " 2", " 3"), 1);

    private static Verdict verdict(double... logLikelihoods) {
        return QUESTION.answered(logLikelihoods).verdict();
    }

    @Test
    void the_likeliest_choice_is_the_answer_and_of_equals_the_first() {
        assertThat(verdict(-3, -1, -2)).isEqualTo(Verdict.of(true, "2"));
        assertThat(verdict(-1, -1, -2)).isEqualTo(Verdict.of(false, "1"));
        assertThat(verdict(Double.NEGATIVE_INFINITY, -1, -1)).isEqualTo(Verdict.of(true, "2"));
    }

    @Test
    void nothing_is_said_of_a_likelihood_that_is_not_a_number() {
        assertThat(QUESTION.answered(new double[] {-1, Double.NaN, -2}).isDecided())
                .isFalse();
    }

    @Test
    void each_choice_has_a_likelihood() {
        assertThatThrownBy(() -> verdict(-1, -2)).hasMessage("sums/1 has 3 choices, not 2");
    }
}
