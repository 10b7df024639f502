package io.kernelign.lm;

import io.kernelign.lm.config.ModelTensors;
import io.kernelign.lm.json.JsonFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/**
 * Writes a model in Hugging Face's layout that differs from another one in its weights: those are float32, and whatever
 * else makes the model what it is comes with it byte for byte, but for the number format that {@code config.json} names.
 */
public final class ModelWriter {

    private static final List<String> COMPANIONS = List.of(
            ModelFolder.TOKENIZER,
            ModelFolder.TOKENIZER_CONFIG,
            ModelFolder.CHAT_TEMPLATE,
            "special_tokens_map.json",
            "added_tokens.json",
            "vocab.json",
            "merges.txt",
            "tokenizer.model",
            "generation_config.json");
    private static final List<String> FORMAT_FIELDS = List.of("dtype", "torch_dtype");
    private static final String FORMAT = "float32";

    /** Bytes of a file of weights, as transformers cuts them. */
    private static final long SHARD = 5_000_000_000L;

    private ModelWriter() {}

    /**
     * Writes into an existing folder.
     *
     * @param values of a tensor by its name, row-major; asked for one tensor at a time
     */
    public static void write(Path target, ModelFolder base, Function<String, float[]> values) {
        write(target, base, values, SHARD);
    }

    static void write(Path target, ModelFolder base, Function<String, float[]> values, long shardBytes) {
        ShardedWriter.write(target, ModelTensors.shapes(base.config()), values, shardBytes);
        try {
            writeConfig(base.path().resolve(ModelFolder.CONFIG), target.resolve(ModelFolder.CONFIG));
            for (var name : COMPANIONS) {
                var file = base.path().resolve(name);
                if (Files.isRegularFile(file)) {
                    Files.copy(file, target.resolve(name));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void writeConfig(Path from, Path to) throws IOException {
        var json = JsonFile.read(from);
        var others = FORMAT_FIELDS.stream()
                .filter(field -> json.containsKey(field) && !FORMAT.equals(json.get(field)))
                .toList();
        if (others.isEmpty()) {
            Files.copy(from, to);
        } else {
            others.forEach(field -> json.put(field, FORMAT));
            JsonFile.write(to, json);
        }
    }
}
