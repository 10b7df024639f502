package io.kernelign.alignment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Golden values that a script in {@code oracles/} computed. */
public final class Golden {

    private Golden() {}

    public static JsonNode read(String name) {
        try (var file = Golden.class.getResourceAsStream("/golden/" + name + ".json")) {
            return new JsonMapper().readTree(file).get("values");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static double[] doubles(JsonNode list) {
        return elements(list).stream().mapToDouble(JsonNode::asDouble).toArray();
    }

    public static float[] floats(JsonNode list) {
        var values = new float[list.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) list.get(i).asDouble();
        }
        return values;
    }

    public static List<JsonNode> elements(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).toList();
    }
}
