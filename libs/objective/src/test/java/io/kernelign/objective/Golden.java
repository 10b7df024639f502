package io.kernelign.objective;

import io.kernelign.torch.Tensor;
import io.kernelign.torch.Tensors;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The values that a script in {@code oracles/} wrote: {@code objective.json} where no other file is named. */
public record Golden(JsonNode root) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Golden OBJECTIVE = of("objective");

    /** The golden file of that name. */
    public static Golden of(String name) {
        try (var in = Golden.class.getResourceAsStream("/golden/" + name + ".json")) {
            return new Golden(JSON.readTree(in.readAllBytes()).get("values"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static JsonNode at(String name) {
        return OBJECTIVE.root.get(name);
    }

    public static List<JsonNode> cases(String name) {
        return OBJECTIVE.list(name);
    }

    public List<JsonNode> list(String name) {
        return List.copyOf(root.get(name).values());
    }

    public static Map<String, Object> options(JsonNode node) {
        return object(node.get("options"));
    }

    @SuppressWarnings("unchecked") // a JSON object has text keys
    public static Map<String, Object> object(JsonNode node) {
        return JSON.convertValue(node, Map.class);
    }

    public static double[] doubles(JsonNode array) {
        return JSON.convertValue(array, double[].class);
    }

    public static float[] floats(JsonNode array) {
        return JSON.convertValue(array, float[].class);
    }

    public static long[] longs(JsonNode array) {
        return JSON.convertValue(array, long[].class);
    }

    /** FLOAT64 [rows, columns]. */
    public static Tensor matrix(JsonNode rows) {
        return Tensors.stack(
                rows.valueStream()
                        .map(Golden::doubles)
                        .map(row -> Tensors.of(row, row.length))
                        .toList(),
                0);
    }
}
