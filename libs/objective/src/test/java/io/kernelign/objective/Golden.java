package io.kernelign.objective;

import io.kernelign.torch.Tensor;
import io.kernelign.torch.Tensors;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The values that {@code oracles/objective.py} wrote. */
public final class Golden {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNode ROOT = load();

    private Golden() {}

    public static JsonNode at(String name) {
        return ROOT.get(name);
    }

    public static List<JsonNode> cases(String name) {
        return List.copyOf(ROOT.get(name).values());
    }

    @SuppressWarnings("unchecked") // a JSON object has text keys
    public static Map<String, Object> options(JsonNode node) {
        return JSON.convertValue(node.get("options"), Map.class);
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

    private static JsonNode load() {
        try (var in = Golden.class.getResourceAsStream("/golden/objective.json")) {
            return JSON.readTree(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
