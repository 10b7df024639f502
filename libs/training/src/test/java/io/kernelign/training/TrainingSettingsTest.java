package io.kernelign.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kernelign.input.InvalidInputException;
import io.kernelign.lm.config.Projection;
import io.kernelign.lm.lora.LayerSelection;
import io.kernelign.lm.lora.LoraSettings;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TrainingSettingsTest {

    @Test
    void nothing_given_is_one_epoch_of_lora_on_all_projections() {
        var settings = TrainingSettings.TYPE.read(Map.of());
        assertThat(settings.totalSteps(10)).isEqualTo(10);
        assertThat(lora(settings).targets()).containsExactlyInAnyOrder(Projection.values());
        assertThat(lora(settings).layers()).isEqualTo(LayerSelection.ALL);
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
    void a_share_of_the_steps_is_a_whole_number_of_them_and_at_least_one() {
        var third = TrainingSettings.TYPE.read(Map.of("stopAtShare", 1 / 3.0));
        assertThat(third.lastStep(81)).isEqualTo(27);
        assertThat(third.lastStep(10)).isEqualTo(3);
        assertThat(third.lastStep(1)).isEqualTo(1);
        assertThat(TrainingSettings.TYPE.read(Map.of()).lastStep(81)).isEqualTo(81);
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

    @Test
    void layers_are_all_the_last_few_or_a_list_and_are_written_as_they_were_given() {
        for (var layers : List.of("all", Map.of("top", 3), List.of(0, 2))) {
            var settings = TrainingSettings.TYPE.read(Map.of("lora", Map.of("layers", layers, "useRslora", true)));
            var written = (Map<?, ?>) TrainingSettings.TYPE.write(settings).get("lora");

            assertThat(written.get("layers")).isEqualTo(layers);
            assertThat(written.get("useRslora")).isEqualTo(true);
        }
    }

    @ParameterizedTest
    @MethodSource("badLayers")
    void layers_that_cannot_be_are_named(Object layers, String message) {
        assertThatThrownBy(() -> TrainingSettings.TYPE.read(Map.of("lora", Map.of("layers", layers))))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith(message);
    }

    static Stream<Arguments> badLayers() {
        return Stream.of(
                Arguments.of("some", "lora.layers is \"some\"; accepted is \"all\", {\"top\": how many}, or a list"),
                Arguments.of(Map.of("top", 0), "lora.layers.top is 0; accepted is a whole number from 1"),
                Arguments.of(Map.of("bottom", 1), "lora.layers.top is missing"),
                Arguments.of(List.of(), "lora.layers is []; accepted is a list"),
                Arguments.of(List.of(1, -1), "lora.layers[1] is -1; accepted is a whole number from 0"),
                Arguments.of(List.of(1, 1), "lora.layers[1] is 1; accepted is each layer once"));
    }

    @Test
    void method_full_has_no_adapter_to_write_and_a_learning_rate_of_its_own() {
        var settings = TrainingSettings.TYPE.read(Map.of("method", "full"));

        assertThat(settings.method()).isEqualTo(new Method.Full());
        assertThat(settings.learningRate()).isEqualTo(1e-5);
        assertThat(TrainingSettings.TYPE.write(settings)).doesNotContainKey("lora");
        assertThat(TrainingSettings.TYPE.read(TrainingSettings.TYPE.write(settings)))
                .isEqualTo(settings);
        assertThat(TrainingSettings.TYPE
                        .read(Map.of("method", "full", "learningRate", 1e-3))
                        .learningRate())
                .isEqualTo(1e-3);
    }

    @Test
    void an_option_of_the_adapter_has_no_place_beside_method_full() {
        assertThatThrownBy(() -> TrainingSettings.TYPE.read(Map.of("method", "full", "lora", Map.of("rank", 4))))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("lora is {rank=4}; accepted is nothing with method full, which trains all weights");
    }

    private static LoraSettings lora(TrainingSettings settings) {
        return ((Method.LowRank) settings.method()).lora();
    }
}
