package io.kernelign.training.memory;

import io.kernelign.training.TrainingSettings;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Other values for some settings of a training.
 *
 * @param values by the names of their fields, dotted from {@code training}
 */
record SettingsChange(Map<String, Object> values) {

    static final SettingsChange NONE = new SettingsChange(Map.of());

    private static final String TRAINING = "training.";

    SettingsChange and(String field, Object value) {
        return and(new SettingsChange(Map.of(field, value)));
    }

    SettingsChange and(SettingsChange other) {
        var both = new LinkedHashMap<>(values);
        both.putAll(other.values);
        return new SettingsChange(Collections.unmodifiableMap(both));
    }

    SettingsChange andBatchTokens(int tokens) {
        return and("batchTokens", tokens);
    }

    /** With prompts that leave room for a response. */
    SettingsChange andLength(int tokens, TrainingSettings settings) {
        var shorter = and("maxLength", tokens);
        return settings.maxPromptLength() < tokens ? shorter : shorter.and("maxPromptLength", tokens / 2);
    }

    /** @throws io.kernelign.input.InvalidInputException when no training could be so */
    TrainingSettings of(TrainingSettings settings) {
        var json = new LinkedHashMap<>(TrainingSettings.TYPE.write(settings));
        values.forEach((path, value) -> put(json, path, value));
        return TrainingSettings.TYPE.read(json);
    }

    private static void put(Map<String, Object> object, String path, Object value) {
        int dot = path.indexOf('.');
        if (dot < 0) {
            object.put(path, value);
            return;
        }
        var name = path.substring(0, dot);
        var inner = new LinkedHashMap<String, Object>();
        if (object.get(name) instanceof Map<?, ?> present) {
            present.forEach((key, old) -> inner.put((String) key, old));
        }
        put(inner, path.substring(dot + 1), value);
        object.put(name, inner);
    }

    /** By the names of the fields in a job. */
    Map<String, Object> inJob() {
        var named = new LinkedHashMap<String, Object>();
        values.forEach((field, value) -> named.put(TRAINING + field, value));
        return Collections.unmodifiableMap(named);
    }
}
