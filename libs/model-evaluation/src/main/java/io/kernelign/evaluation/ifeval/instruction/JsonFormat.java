package io.kernelign.evaluation.ifeval.instruction;

import io.kernelign.evaluation.ifeval.text.PythonString;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.json.JsonMapper;

/** All is one JSON value of any type, which markdown may fence. As to Python, {@code NaN} and infinities are JSON. */
record JsonFormat() implements Check {

    private static final List<String> FENCES = List.of("```json", "```Json", "```JSON", "```");
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    @Override
    public boolean holds(String response) {
        try {
            return !JSON.readTree(unfenced(response)).isMissingNode();
        } catch (JacksonException e) {
            return false;
        }
    }

    private static String unfenced(String response) {
        var text = PythonString.strip(response);
        for (var fence : FENCES) {
            text = text.startsWith(fence) ? text.substring(fence.length()) : text;
        }
        return PythonString.strip(text.endsWith("```") ? text.substring(0, text.length() - 3) : text);
    }
}
