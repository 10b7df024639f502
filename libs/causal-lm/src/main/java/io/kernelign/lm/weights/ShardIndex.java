package io.kernelign.lm.weights;

import io.kernelign.input.FieldError;
import io.kernelign.input.InvalidInputException;
import io.kernelign.lm.json.JsonFile;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What {@code model.safetensors.index.json} says.
 *
 * @param shardOf name of the file that holds a tensor, by the tensor's name; a file of the index's own folder
 * @param totalSize bytes of all tensors, where it tells
 */
public record ShardIndex(Map<String, String> shardOf, Optional<Number> totalSize) {

    private static final String MAP = "weight_map";
    private static final Pattern SHARD = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]{0,200}\\.safetensors");

    /** @throws InvalidInputException naming the file and the first entry that is wrong */
    public static ShardIndex read(Path file) {
        var json = JsonFile.read(file);
        return JsonFile.naming(
                file.getFileName().toString(), () -> new ShardIndex(map(json.get(MAP)), total(json.get("metadata"))));
    }

    /** The files, each once, sorted. */
    public List<String> shards() {
        return shardOf.values().stream().distinct().sorted().toList();
    }

    private static Map<String, String> map(Object raw) {
        var accepted = "an object that names the file of each tensor";
        if (raw == null) {
            throw new InvalidInputException(FieldError.missing(MAP, accepted));
        }
        if (!(raw instanceof Map<?, ?> object) || object.isEmpty()) {
            throw new InvalidInputException(FieldError.unacceptable(MAP, raw, accepted));
        }
        var map = new LinkedHashMap<String, String>();
        object.forEach((tensor, file) -> map.put((String) tensor, shard((String) tensor, file)));
        return map;
    }

    private static String shard(String tensor, Object raw) {
        if (raw instanceof String name && SHARD.matcher(name).matches()) {
            return name;
        }
        throw new InvalidInputException(FieldError.unacceptable(
                MAP + "." + tensor, raw, "the name of a .safetensors file in the same folder, without a path"));
    }

    private static Optional<Number> total(Object metadata) {
        var raw = metadata instanceof Map<?, ?> object ? object.get("total_size") : null;
        if (raw == null || raw instanceof Number) {
            return Optional.ofNullable((Number) raw);
        }
        throw new InvalidInputException(FieldError.unacceptable("metadata.total_size", raw, "a number of bytes"));
    }
}
