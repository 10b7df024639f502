package io.kernelign.trainer.testing;

import io.kernelign.lm.config.LlamaConfig;
import io.kernelign.lm.config.LlamaTensors;
import io.kernelign.lm.json.JsonFile;
import io.kernelign.lm.weights.SafetensorsWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
        var config = new LlamaConfig(vocabulary, 4, 6, 1, 2, 1, 2, 16, 1e-5, 10_000, true);
        Files.createDirectories(model);
        JsonFile.write(model.resolve("config.json"), config.toJson());
        JsonFile.write(model.resolve("tokenizer_config.json"), Map.of());
        JsonFile.write(model.resolve("tokenizer.json"), Map.of());
        SafetensorsWriter.write(
                model.resolve("model.safetensors"),
                LlamaTensors.shapes(config).entrySet().stream()
                        .map(tensor -> new SafetensorsWriter.Entry(
                                tensor.getKey(), tensor.getValue(), () -> new float[count(tensor.getValue())]))
                        .toList());
    }

    private static int count(Iterable<Long> shape) {
        var count = 1;
        for (var size : shape) {
            count *= size.intValue();
        }
        return count;
    }
}
