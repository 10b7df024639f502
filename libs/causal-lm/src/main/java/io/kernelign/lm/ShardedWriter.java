package io.kernelign.lm;

import io.kernelign.lm.json.JsonFile;
import io.kernelign.lm.weights.SafetensorsWriter;
import io.kernelign.lm.weights.SafetensorsWriter.Entry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Writes a model's weights as one file, or as several with an index when they are too large for one. */
final class ShardedWriter {

    private static final String INDEX = ModelFolder.WEIGHTS + ".index.json";

    private ShardedWriter() {}

    /** @param shardBytes most bytes of tensors in a file; a single larger tensor has one of its own */
    static void write(Path folder, Map<String, List<Long>> shapes, Function<String, float[]> values, long shardBytes) {
        var shards = cut(shapes, values, shardBytes);
        var files = new LinkedHashMap<String, String>();
        for (int i = 0; i < shards.size(); i++) {
            var file = shards.size() == 1 ? ModelFolder.WEIGHTS : name(i + 1, shards.size());
            SafetensorsWriter.write(folder.resolve(file), shards.get(i));
            shards.get(i).forEach(entry -> files.put(entry.name(), file));
        }
        if (shards.size() > 1) {
            var bytes = shapes.values().stream().mapToLong(ShardedWriter::bytes).sum();
            JsonFile.write(folder.resolve(INDEX), Map.of("metadata", Map.of("total_size", bytes), "weight_map", files));
        }
    }

    private static List<List<Entry>> cut(
            Map<String, List<Long>> shapes, Function<String, float[]> values, long shardBytes) {
        var shards = new ArrayList<List<Entry>>();
        long room = 0;
        for (var tensor : shapes.entrySet()) {
            long bytes = bytes(tensor.getValue());
            if (shards.isEmpty() || bytes > room) {
                shards.add(new ArrayList<>());
                room = shardBytes;
            }
            room -= bytes;
            shards.get(shards.size() - 1)
                    .add(new Entry(tensor.getKey(), tensor.getValue(), () -> values.apply(tensor.getKey())));
        }
        return shards;
    }

    private static long bytes(List<Long> shape) {
        return Float.BYTES * shape.stream().reduce(1L, Math::multiplyExact);
    }

    private static String name(int number, int count) {
        return "model-%05d-of-%05d.safetensors".formatted(number, count);
    }
}
