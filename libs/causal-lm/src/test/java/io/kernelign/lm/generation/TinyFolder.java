package io.kernelign.lm.generation;

import io.kernelign.lm.ModelFolder;
import io.kernelign.lm.TinyLlama;
import io.kernelign.lm.config.ModelTensors;
import io.kernelign.lm.family.Families;
import io.kernelign.lm.json.JsonFile;
import io.kernelign.lm.weights.SafetensorsWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A model folder of random weights that knows the words w0 to w28; its answers are at most 128 tokens with the prompt. */
final class TinyFolder {

    private static final String TEMPLATE = "{% for m in messages %}"
            + "{% if m.role == 'system' %}{{ raise_exception('No system turns') }}{% endif %}"
            + "{{ m.content }} {{ eos_token }} {% endfor %}";

    private TinyFolder() {}

    static ModelFolder write(Path folder) {
        var json = TinyLlama.json(32, 16, 24, 2, 4, 2);
        var config = Families.of(json);
        var random = new Random(3);
        JsonFile.write(folder.resolve(ModelFolder.CONFIG), json);
        JsonFile.write(folder.resolve(ModelFolder.TOKENIZER), tokenizer());
        JsonFile.write(
                folder.resolve(ModelFolder.TOKENIZER_CONFIG), Map.of("eos_token", "</s>", "chat_template", TEMPLATE));
        SafetensorsWriter.write(
                folder.resolve(ModelFolder.WEIGHTS),
                ModelTensors.shapes(config).entrySet().stream()
                        .map(tensor -> new SafetensorsWriter.Entry(
                                tensor.getKey(), tensor.getValue(), () -> values(random, tensor.getValue())))
                        .toList());
        return ModelFolder.open(folder);
    }

    private static float[] values(Random random, List<Long> shape) {
        var values = new float[shape.stream().mapToInt(Long::intValue).reduce(1, Math::multiplyExact)];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (shape.size() == 1 ? 1 : 0.7 * random.nextGaussian());
        }
        return values;
    }

    private static Map<String, Object> tokenizer() {
        var words = new LinkedHashMap<String, Object>();
        List.of("<unk>", "</s>", "<cut>").forEach(word -> words.put(word, words.size()));
        for (int i = 0; i < 29; i++) {
            words.put("w" + i, words.size());
        }
        return Map.of(
                "version",
                "1.0",
                "added_tokens",
                List.of(special(0, "<unk>"), special(1, "</s>"), special(2, "<cut>")),
                "pre_tokenizer",
                Map.of("type", "WhitespaceSplit"),
                "model",
                Map.of("type", "WordLevel", "vocab", words, "unk_token", "<unk>"));
    }

    private static Map<String, Object> special(int id, String content) {
        return Map.of(
                "id", id,
                "content", content,
                "single_word", false,
                "lstrip", false,
                "rstrip", false,
                "normalized", false,
                "special", true);
    }
}
