package io.kernelign.trainer.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kernelign.lm.tokenizer.LengthReport;
import io.kernelign.training.TrainingSettings;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LengthFindingsTest {

    private static final TrainingSettings SETTINGS =
            TrainingSettings.TYPE.read(Map.of("maxLength", 64, "maxPromptLength", 32));

    @Test
    void what_the_limits_cut_is_told_with_the_limit_that_did_it() {
        assertThat(LengthFindings.warnings(new LengthReport(10, 3, 4, 0), SETTINGS))
                .containsExactly(
                        "3 of 10 prompts lost their beginning to maxPromptLength = 32.",
                        "4 of 20 responses lost their end to maxLength = 64.");
        assertThat(LengthFindings.warnings(new LengthReport(10, 0, 0, 0), SETTINGS))
                .isEmpty();
    }

    @Test
    void a_response_without_a_token_is_an_error() {
        assertThatThrownBy(() -> LengthFindings.requireTokens(new LengthReport(10, 0, 0, 2)))
                .hasMessage("2 of 20 responses have no token for this model; accepted are none");
        assertThatCode(() -> LengthFindings.requireTokens(new LengthReport(10, 1, 1, 0)))
                .doesNotThrowAnyException();
    }
}
