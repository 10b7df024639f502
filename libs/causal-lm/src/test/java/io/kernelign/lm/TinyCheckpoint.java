package io.kernelign.lm;

import io.kernelign.lm.config.ModelConfig;
import io.kernelign.lm.config.ModelTensors;
import io.kernelign.lm.family.Families;
import io.kernelign.lm.json.JsonFile;
import io.kernelign.lm.weights.SafetensorsWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Folders of a model of one layer and 8 tokens, whole or in two shards; every weight is its place in its tensor. */
final class TinyCheckpoint {

    static final Map<String, Object> JSON = TinyLlama.json(8, 4, 6, 1, 2, 1);
    static final ModelConfig CONFIG = Families.of(JSON);
    static final Map<String, List<Long>> SHAPES = ModelTensors.shapes(CONFIG);

    static final String FIRST = "model-00001-of-00002.safetensors";
    static final String SECOND = "model-00002-of-00002.safetensors";
    static final String INDEX = "model.safetensors.index.json";

    private TinyCheckpoint() {}

    static Path write(Path folder) throws IOException {
        writeOthers(folder);
        writeWeights(folder.resolve("model.safetensors"), SHAPES);
        return folder;
    }

    static Path writeSharded(Path folder) throws IOException {
        writeOthers(folder);
        var second = shapesOf(SECOND);
        var first = new HashMap<>(SHAPES);
        first.keySet().removeAll(second.keySet());
        writeWeights(folder.resolve(FIRST), first);
        writeWeights(folder.resolve(SECOND), second);
        writeIndex(folder, index(), 4 * CONFIG.parameters());
        return folder;
    }

    /** Where each tensor lies: those of the MLP in the second shard. */
    static Map<String, Object> index() {
        return SHAPES.keySet().stream().collect(Collectors.toMap(name -> name, TinyCheckpoint::shardOf));
    }

    static void writeIndex(Path folder, Map<String, Object> weightMap, Object totalSize) {
        JsonFile.write(
                folder.resolve(INDEX), Map.of("metadata", Map.of("total_size", totalSize), "weight_map", weightMap));
    }

    /** The shapes of the tensors of a shard. */
    static Map<String, List<Long>> shapesOf(String shard) {
        var shapes = new HashMap<>(SHAPES);
        shapes.keySet().removeIf(name -> !shardOf(name).equals(shard));
        return shapes;
    }

    static void writeWeights(Path file, Map<String, List<Long>> shapes) {
        SafetensorsWriter.write(
                file,
                shapes.entrySet().stream()
                        .map(entry -> new SafetensorsWriter.Entry(
                                entry.getKey(), entry.getValue(), () -> values(entry.getValue())))
                        .toList());
    }

    private static String shardOf(String tensor) {
        return tensor.contains(".mlp.") ? SECOND : FIRST;
    }

    private static void writeOthers(Path folder) throws IOException {
        Files.createDirectories(folder);
        JsonFile.write(folder.resolve("config.json"), JSON);
        JsonFile.write(folder.resolve("tokenizer_config.json"), Map.of());
        JsonFile.write(folder.resolve("tokenizer.json"), Map.of());
    }

    private static float[] values(List<Long> shape) {
        var values = new float[shape.stream().mapToInt(Long::intValue).reduce(1, Math::multiplyExact)];
        for (int i = 0; i < values.length; i++) {
            values[i] = i;
        }
        return values;
    }
}
