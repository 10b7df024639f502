package io.kernelign.lm.lora;

import io.kernelign.lm.config.ModelConfig;
import io.kernelign.lm.json.JsonFile;
import io.kernelign.lm.weights.SafetensorsWriter;
import io.kernelign.torch.Scope;
import java.nio.file.Path;

/** An adapter as PEFT keeps it: {@code adapter_config.json} and {@code adapter_model.safetensors} in a folder. */
public final class PeftFolder {

    public static final String CONFIG = PeftFiles.CONFIG;
    public static final String WEIGHTS = PeftFiles.WEIGHTS;

    private PeftFolder() {}

    /**
     * Writes an adapter into an existing folder.
     *
     * @param baseModel name of the model that the adapter belongs to
     */
    public static void write(Path folder, Lora lora, String baseModel) {
        JsonFile.write(folder.resolve(CONFIG), PeftConfig.write(lora.settings(), baseModel));
        try (var scope = Scope.plain()) {
            SafetensorsWriter.write(
                    folder.resolve(WEIGHTS),
                    lora.named().entrySet().stream()
                            .map(leaf -> SafetensorsWriter.Entry.of(leaf.getKey(), leaf.getValue()))
                            .toList());
        }
    }

    /**
     * Reads an adapter for a model of the given shape; the caller closes it.
     *
     * @throws io.kernelign.input.InvalidInputException as {@link PeftFiles#load}
     */
    public static Lora read(Path folder, ModelConfig model) {
        return PeftFiles.in(folder).load(model);
    }
}
