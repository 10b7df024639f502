package io.kernelign.evaluation.ifeval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kernelign.evaluation.ifeval.instruction.Instructions;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class AccuraciesTest {

    @Test
    void a_prompt_counts_when_all_its_instructions_are_followed() {
        var accuracies = Accuracies.of(List.of(
                new Verdicts(List.of(true, true), List.of(true, true)),
                new Verdicts(List.of(true, false), List.of(true, true)),
                new Verdicts(List.of(false), List.of(false)),
                new Verdicts(List.of(true, false, false), List.of(true, true, false))));

        assertThat(accuracies.strict()).isEqualTo(new Accuracy(0.25, 0.5));
        assertThat(accuracies.loose()).isEqualTo(new Accuracy(0.5, 0.75));
    }

    @Test
    void of_no_prompts_there_are_no_accuracies() {
        assertThatThrownBy(() -> Accuracies.of(List.of()))
                .hasMessage("verdicts is empty; accepted is those of at least one prompt");
    }

    @Test
    void an_empty_response_follows_nothing() {
        var noComma =
                Instructions.of("punctuation:no_comma", JsonMapper.shared().createObjectNode());

        assertThat(Criterion.STRICT.follows(noComma.check(), "\n ")).isFalse();
        assertThat(Criterion.LOOSE.follows(noComma.check(), "\n ")).isFalse();
    }

    @Test
    void loosely_markdown_and_a_line_at_each_end_do_not_count() {
        var noComma =
                Instructions.of("punctuation:no_comma", JsonMapper.shared().createObjectNode());
        var quotation =
                Instructions.of("startend:quotation", JsonMapper.shared().createObjectNode());

        assertThat(Criterion.LOOSE.follows(noComma.check(), "Sure, here:\nA song.\nWell, bye."))
                .isTrue();
        assertThat(Criterion.LOOSE.follows(noComma.check(), "Sure, here:\nA song, a long one.\nBye."))
                .isFalse();
        assertThat(Criterion.LOOSE.follows(quotation.check(), "*\"A song.\"*")).isTrue();
        assertThat(Criterion.STRICT.follows(quotation.check(), "*\"A song.\"*")).isFalse();
    }
}
