package io.kernelign.evaluation.ifeval;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The files of oracles/ifeval.py. */
final class Golden {

    private Golden() {}

    static JsonNode constructed() {
        return values("ifeval");
    }

    static JsonNode shared() {
        return values("shared-ifeval");
    }

    private static JsonNode values(String name) {
        try (var golden = Golden.class.getResourceAsStream("/golden/" + name + ".json")) {
            return JsonMapper.shared().readTree(golden).get("values");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As the golden files write them: a character each. */
    static String written(List<Boolean> verdicts) {
        var text = new StringBuilder();
        verdicts.forEach(followed -> text.append(followed ? '1' : '0'));
        return text.toString();
    }
}
