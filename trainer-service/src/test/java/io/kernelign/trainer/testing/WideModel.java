package io.kernelign.trainer.testing;

import io.kernelign.lm.config.ModelTensors;
import io.kernelign.lm.family.Families;
import io.kernelign.lm.json.JsonFile;
import io.kernelign.lm.weights.SafetensorsWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A small model whose MLP is so wide that each token of a batch takes megabytes. It knows {@link #WORDS}. */
public final class WideModel {

    public static final String NAME = "wide";
    public static final List<String> WORDS = List.of("cats", "dogs", "sing", "sleep");

    private static final String END = "</s>";
    private static final int WIDTH = 1 << 18;
    private static final Map<String, Object> CONFIG = Map.of(
            "architectures",
            List.of("LlamaForCausalLM"),
            "model_type",
            "llama",
            "vocab_size",
            WORDS.size() + 1,
            "hidden_size",
            64,
            "intermediate_size",
            WIDTH,
            "num_hidden_layers",
            1,
            "num_attention_heads",
            2,
            "num_key_value_heads",
            1,
            "max_position_embeddings",
            4096,
            "tie_word_embeddings",
            true);

    private WideModel() {}

    /** Writes it into a folder of models. */
    public static void write(Path models) throws IOException {
        write(models.resolve(NAME), WIDTH, 3);
    }

    /** Writes the folder of one like it whose MLP is only so wide. */
    public static void write(Path folder, int width, long seed) throws IOException {
        Files.createDirectories(folder);
        var config = new HashMap<>(CONFIG);
        config.put("intermediate_size", width);
        var random = new Random(seed);
        JsonFile.write(folder.resolve("config.json"), config);
        JsonFile.write(folder.resolve("tokenizer.json"), tokenizer());
        JsonFile.write(folder.resolve("tokenizer_config.json"), Map.of("eos_token", END, "add_bos_token", false));
        SafetensorsWriter.write(
                folder.resolve("model.safetensors"),
                ModelTensors.shapes(Families.of(config)).entrySet().stream()
                        .map(tensor -> new SafetensorsWriter.Entry(
                                tensor.getKey(), tensor.getValue(), () -> values(random, tensor.getValue())))
                        .toList());
    }

    private static float[] values(Random random, List<Long> shape) {
        var values = new float[shape.stream().mapToInt(Long::intValue).reduce(1, Math::multiplyExact)];
        for (int i = 0; i < values.length; i++) {
            values[i] = 0.01f * (random.nextFloat() - 0.5f);
        }
        return values;
    }

    private static Map<String, Object> tokenizer() {
        var vocabulary = new LinkedHashMap<String, Integer>(Map.of(END, 0));
        WORDS.forEach(word -> vocabulary.put(word, vocabulary.size()));
        return Map.of(
                "version", "1.0",
                "pre_tokenizer", Map.of("type", "WhitespaceSplit"),
                "model", Map.of("type", "WordLevel", "vocab", vocabulary, "unk_token", END));
    }
}
