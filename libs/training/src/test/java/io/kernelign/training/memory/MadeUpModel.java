package io.kernelign.training.memory;

import io.kernelign.lm.config.ModelTensors;
import io.kernelign.lm.family.Families;
import io.kernelign.lm.json.JsonFile;
import io.kernelign.lm.weights.SafetensorsWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** A Llama of random weights on disk. */
record MadeUpModel(String name, int vocabulary, int hidden, int inner, int layers) {

    /** Writes it into a folder of its name. */
    void write(Path models) throws IOException {
        var folder = Files.createDirectories(models.resolve(name));
        var config = Map.<String, Object>of(
                "architectures",
                List.of("LlamaForCausalLM"),
                "model_type",
                "llama",
                "vocab_size",
                vocabulary,
                "hidden_size",
                hidden,
                "intermediate_size",
                inner,
                "num_hidden_layers",
                layers,
                "num_attention_heads",
                hidden / 64,
                "num_key_value_heads",
                hidden / 128,
                "max_position_embeddings",
                8192,
                "tie_word_embeddings",
                true);
        var random = new SplittableRandom(1);
        JsonFile.write(folder.resolve("config.json"), config);
        SafetensorsWriter.write(
                folder.resolve("model.safetensors"),
                ModelTensors.shapes(Families.of(config)).entrySet().stream()
                        .map(tensor -> new SafetensorsWriter.Entry(
                                tensor.getKey(), tensor.getValue(), () -> values(random, tensor.getValue())))
                        .toList());
    }

    private static float[] values(SplittableRandom random, List<Long> shape) {
        var values = new float[shape.stream().mapToInt(Long::intValue).reduce(1, Math::multiplyExact)];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (0.05 * (random.nextDouble() - 0.5));
        }
        return values;
    }
}
