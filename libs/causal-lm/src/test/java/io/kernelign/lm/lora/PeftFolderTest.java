package io.kernelign.lm.lora;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kernelign.input.InvalidInputException;
import io.kernelign.lm.config.LlamaConfig;
import io.kernelign.lm.config.Projection;
import io.kernelign.torch.Scope;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PeftFolderTest {

    private static final LlamaConfig MODEL = new LlamaConfig(64, 32, 48, 2, 4, 2, 8, 128, 1e-5, 10_000, true);
    private static final LoraSettings SETTINGS = new LoraSettings(3, 6, 0.1, Set.of(Projection.QUERY, Projection.DOWN));

    @TempDir
    Path folder;

    @Test
    void what_is_written_is_read_back_bit_for_bit() {
        try (var written = Lora.initial(MODEL, SETTINGS, 5)) {
            PeftFolder.write(folder, written, "tiny");
            try (var read = PeftFolder.read(folder, MODEL);
                    var scope = Scope.plain()) {
                assertThat(read.settings()).isEqualTo(SETTINGS);
                assertThat(read.named().keySet()).isEqualTo(written.named().keySet());
                written.named()
                        .forEach((name, tensor) ->
                                assertThat(read.named().get(name).floats()).isEqualTo(tensor.floats()));
            }
        }
    }

    @Test
    void a_module_that_the_model_does_not_have_is_named() throws Exception {
        try (var written = Lora.initial(MODEL, SETTINGS, 5)) {
            PeftFolder.write(folder, written, "tiny");
        }
        var config = folder.resolve(PeftFolder.CONFIG);
        Files.writeString(config, Files.readString(config).replace("q_proj", "qkv_proj"));
        assertThatThrownBy(() -> PeftFolder.read(folder, MODEL))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("adapter_config.json: target_modules")
                .hasMessageContaining("qkv_proj");
    }

    @Test
    void an_adapter_of_another_model_is_refused_with_both_shapes() {
        try (var written = Lora.initial(MODEL, SETTINGS, 5)) {
            PeftFolder.write(folder, written, "tiny");
        }
        var wider = new LlamaConfig(64, 40, 48, 2, 5, 5, 8, 128, 1e-5, 10_000, true);
        assertThatThrownBy(() -> PeftFolder.read(folder, wider))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("[3, 32]")
                .hasMessageContaining("[3, 40]");
    }
}
