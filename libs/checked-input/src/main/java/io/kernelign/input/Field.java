package io.kernelign.input;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One declared field of an object: its name, type, default and sentence.
 *
 * @param <T> type of the value
 * @param fallback the value when the field is absent; {@code null} when there is none
 * @param required whether absence is an error
 */
public record Field<T>(String name, ValueType<T> type, T fallback, boolean required, String sentence) {

    /** A field that must be there. */
    public static <T> Field<T> required(String name, ValueType<T> type, String sentence) {
        return new Field<>(name, type, null, true, sentence);
    }

    /** A field that has the given value when absent. */
    public static <T> Field<T> defaulted(String name, ValueType<T> type, T fallback, String sentence) {
        return new Field<>(name, type, fallback, false, sentence);
    }

    /** A field that may be absent; it is then {@code null} in {@link Values}. */
    public static <T> Field<T> optional(String name, ValueType<T> type, String sentence) {
        return new Field<>(name, type, null, false, sentence);
    }

    /** The default, if the field has one. */
    public Optional<T> defaultValue() {
        return Optional.ofNullable(fallback);
    }

    /** The type's JSON Schema with this field's sentence and default. */
    public Map<String, Object> jsonSchema() {
        var schema = new LinkedHashMap<>(type.jsonSchema());
        schema.put("description", sentence);
        defaultValue().ifPresent(value -> schema.put("default", type.write(value)));
        return schema;
    }
}
