package io.kernelign.trainer.testing;

import io.kernelign.lm.config.ModelTensors;
import io.kernelign.lm.family.Families;
import io.kernelign.lm.json.JsonFile;
import io.kernelign.lm.weights.SafetensorsWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Folders of models for tests. */
public final class ModelsFolder {

    private ModelsFolder() {}

    /** A new folder with the one model that sample jobs name, and another whose weights are cut off. */
    public static Path make() {
        try {
            var models = Files.createTempDirectory("kernelign-test-models");
            write(models.resolve(SampleJobs.MODEL), 8);
            var broken = models.resolve("broken");
            write(broken, 8);
            Files.write(broken.resolve("model.safetensors"), new byte[] {7, 7, 7});
            return models;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a model of one layer. */
    public static void write(Path model, int vocabulary) throws IOException {
        var config = config(vocabulary);
        Files.createDirectories(model);
        JsonFile.write(model.resolve("config.json"), config);
        JsonFile.write(model.resolve("tokenizer_config.json"), Map.of());
        JsonFile.write(model.resolve("tokenizer.json"), Map.of());
        SafetensorsWriter.write(
                model.resolve("model.safetensors"),
                ModelTensors.shapes(Families.of(config)).entrySet().stream()
                        .map(tensor -> new SafetensorsWriter.Entry(
                                tensor.getKey(), tensor.getValue(), () -> new float[count(tensor.getValue())]))
                        .toList());
    }

    private static Map<String, Object> config(int vocabulary) {
        return Map.of(
                "architectures", List.of("LlamaForCausalLM"),
                "model_type", "llama",
                "vocab_size", vocabulary,
                "hidden_size", 4,
                "intermediate_size", 6,
                "num_hidden_layers", 1,
                "num_attention_heads", 2,
                "num_key_value_heads", 1,
                "max_position_embeddings", 16,
                "tie_word_embeddings", true);
    }

    private static int count(Iterable<Long> shape) {
        var count = 1;
        for (var size : shape) {
            count *= size.intValue();
        }
        return count;
    }
}
