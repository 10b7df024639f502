package io.kernelign.evaluation.bbh;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FinalAnswerTest {

    @Test
    void it_is_what_is_stated_up_to_the_full_stop() {
        assertThat(FinalAnswer.of("It is blue. So the answer is (B). The answer is not (A)."))
                .isEqualTo("(B)");
        assertThat(FinalAnswer.of("Hence the answer is } ] >.\n\nQ: more")).isEqualTo("} ] >");
    }

    @Test
    void it_is_the_whole_answer_where_nothing_is_stated_on_one_line() {
        assertThat(FinalAnswer.of(" (B)\n")).isEqualTo("(B)");
        assertThat(FinalAnswer.of("So the answer is (B)")).isEqualTo("So the answer is (B)");
        assertThat(FinalAnswer.of("So the answer is (B)\n.")).isEqualTo("So the answer is (B)\n.");
    }
}
