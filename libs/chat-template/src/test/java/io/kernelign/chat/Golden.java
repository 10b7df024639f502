package io.kernelign.chat;

import java.io.IOException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What transformers made of the same templates and conversations. */
final class Golden {

    private static final JsonMapper JSON = JsonMapper.shared();

    private Golden() {}

    static <T> T read(String name, Class<T> type) {
        return JSON.convertValue(values(name), type);
    }

    static <T> T read(String name, TypeReference<T> type) {
        return JSON.convertValue(values(name), type);
    }

    private static JsonNode values(String name) {
        try (var in = Golden.class.getResourceAsStream("/golden/" + name)) {
            return JSON.readTree(in).get("values");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
