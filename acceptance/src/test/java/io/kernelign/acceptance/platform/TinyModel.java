package io.kernelign.acceptance.platform;

import io.kernelign.lm.ModelFolder;
import io.kernelign.lm.config.ModelTensors;
import io.kernelign.lm.family.Families;
import io.kernelign.lm.json.JsonFile;
import io.kernelign.lm.weights.SafetensorsWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BiConsumer;

/** A Llama of random weights that knows the words of {@link TinyPairs}. */
public final class TinyModel {

    public static final String NAME = "tiny";

    private static final String UNKNOWN = "<unk>";
    private static final String END = "</s>";
    private static final Map<String, Object> CONFIG = Map.of(
            "architectures", List.of("LlamaForCausalLM"),
            "model_type", "llama",
            "vocab_size", 64,
            "hidden_size", 32,
            "intermediate_size", 64,
            "num_hidden_layers", 2,
            "num_attention_heads", 4,
            "num_key_value_heads", 2,
            "max_position_embeddings", 128,
            "tie_word_embeddings", true);

    private TinyModel() {}

    /** Writes it into a folder of models. */
    static void write(Path models) throws IOException {
        write(models, NAME);
    }

    /** Writes another one of the same weights; its folder is returned. */
    public static Path write(Path models, String name) throws IOException {
        return write(models, name, (tensor, values) -> {});
    }

    /**
     * Writes another one; its folder is returned.
     *
     * @param change takes the name of each tensor and its values, and may change them
     */
    public static Path write(Path models, String name, BiConsumer<String, float[]> change) throws IOException {
        var folder = Files.createDirectories(models.resolve(name));
        var random = new Random(7);
        SafetensorsWriter.write(
                folder.resolve(ModelFolder.WEIGHTS),
                ModelTensors.shapes(Families.of(CONFIG)).entrySet().stream()
                        .map(tensor -> new SafetensorsWriter.Entry(
                                tensor.getKey(),
                                tensor.getValue(),
                                () -> values(random, tensor.getKey(), tensor.getValue(), change)))
                        .toList());
        JsonFile.write(folder.resolve(ModelFolder.TOKENIZER), tokenizer());
        JsonFile.write(
                folder.resolve(ModelFolder.TOKENIZER_CONFIG),
                Map.of("unk_token", UNKNOWN, "eos_token", END, "add_bos_token", false));
        JsonFile.write(folder.resolve(ModelFolder.CONFIG), CONFIG);
        return folder;
    }

    private static float[] values(Random random, String name, List<Long> shape, BiConsumer<String, float[]> change) {
        var values = new float[shape.stream().mapToInt(Long::intValue).reduce(1, Math::multiplyExact)];
        for (int i = 0; i < values.length; i++) {
            values[i] = name.contains("norm") ? 1 : (float) (0.15 * random.nextGaussian());
        }
        change.accept(name, values);
        return values;
    }

    private static Map<String, Object> tokenizer() {
        var vocabulary = new LinkedHashMap<String, Integer>(Map.of(UNKNOWN, 0));
        vocabulary.put(END, 1);
        TinyPairs.words().forEach(word -> vocabulary.putIfAbsent(word, vocabulary.size()));
        var json = new LinkedHashMap<String, Object>();
        json.put("version", "1.0");
        json.put("added_tokens", List.of(special(0, UNKNOWN), special(1, END)));
        json.put("pre_tokenizer", Map.of("type", "WhitespaceSplit"));
        json.put("model", Map.of("type", "WordLevel", "vocab", vocabulary, "unk_token", UNKNOWN));
        return json;
    }

    private static Map<String, Object> special(int id, String text) {
        return Map.of(
                "id",
                id,
                "content",
                text,
                "single_word",
                false,
                "lstrip",
                false,
                "rstrip",
                false,
                "normalized",
                false,
                "special",
                true);
    }
}
