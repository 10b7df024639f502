package io.kernelign.benchmarks.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kernelign.lm.ModelFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SizedModelTest {

    private static final Map<String, Object> CONFIG =
            Map.of("num_hidden_layers", 4, "hidden_size", 8, "layer_types", List.of("a", "b", "c", "d"), "eos", 2);

    @TempDir
    private Path folder;

    @Test
    void a_share_of_a_model_has_its_first_layers_and_what_is_said_of_them() {
        assertThat(ModelSize.named("half").of(CONFIG))
                .containsEntry("num_hidden_layers", 2)
                .containsEntry("layer_types", List.of("a", "b"))
                .containsEntry("hidden_size", 8)
                .containsEntry("eos", 2);
    }

    @Test
    void a_shape_changes_every_width() {
        assertThat(ModelSize.named("360M").of(CONFIG))
                .containsEntry("num_hidden_layers", 32)
                .containsEntry("hidden_size", 960)
                .containsEntry("head_dim", 64)
                .containsEntry("eos", 2);
    }

    @Test
    void an_unknown_size_is_refused_with_those_there_are() {
        assertThatThrownBy(() -> ModelSize.named("7B"))
                .hasMessage("--sizes: 7B is none of quarter, half, whole, 35M, 135M, 360M");
    }

    @Test
    @Tag("shared")
    void what_is_written_opens_as_a_model_of_that_size() throws IOException {
        var given = ModelFolder.open(Path.of(System.getProperty("kernelign.shared"), "models/stories260k"));

        var half = ModelFolder.open(SizedModel.write(given, ModelSize.named("half"), folder));

        assertThat(given.config().layers()).hasSize(5);
        assertThat(half.config().layers()).hasSize(3);
        assertThat(half.config().parameters()).isLessThan(given.config().parameters());
    }
}
