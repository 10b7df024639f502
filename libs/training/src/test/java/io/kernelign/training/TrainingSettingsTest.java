package io.kernelign.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kernelign.input.InvalidInputException;
import io.kernelign.lm.config.Projection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TrainingSettingsTest {

    @Test
    void nothing_given_is_one_epoch_of_lora_on_all_projections() {
        var settings = TrainingSettings.TYPE.read(Map.of());
        assertThat(settings.totalSteps(10)).isEqualTo(10);
        assertThat(settings.lora().targets()).containsExactlyInAnyOrder(Projection.values());
    }

    @Test
    void what_is_written_is_read_back() {
        var settings = TrainingSettings.TYPE.read(
                Map.of("steps", 20, "schedule", "cosine", "lora", Map.of("rank", 4, "targets", List.of("q_proj"))));
        assertThat(TrainingSettings.TYPE.read(TrainingSettings.TYPE.write(settings)))
                .isEqualTo(settings);
        assertThat(settings.totalSteps(3)).isEqualTo(20);
    }

    @Test
    void steps_and_epochs_exclude_each_other() {
        assertThatThrownBy(() -> TrainingSettings.TYPE.read(Map.of("steps", 5, "epochs", 2)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("steps is 5; accepted is either steps or epochs, not both");
    }

    @Test
    void a_prompt_as_long_as_the_whole_is_refused() {
        assertThatThrownBy(() -> TrainingSettings.TYPE.read(Map.of("maxLength", 64, "maxPromptLength", 64)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("less than maxLength, which is 64");
    }

    @Test
    void errors_name_the_nested_field() {
        assertThatThrownBy(() -> TrainingSettings.TYPE.read(Map.of("lora", Map.of("targets", List.of("w_proj")))))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("lora.targets[0] is \"w_proj\"; accepted is one of q_proj");
    }
}
