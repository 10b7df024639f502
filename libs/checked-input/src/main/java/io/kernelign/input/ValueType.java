package io.kernelign.input;

import java.util.Map;

/**
 * How one kind of value is read from untyped input and how it describes itself.
 *
 * @param <T> the typed value
 */
public interface ValueType<T> {

    /**
     * Reads the value.
     *
     * @throws InvalidInputException with paths relative to this value
     */
    T read(Object raw);

    /** What is accepted, as a phrase: "a number from 0 to 1". */
    String accepted();

    /** The same as a JSON Schema fragment (OpenAPI 3.1). */
    Map<String, Object> jsonSchema();

    /** The typed value as plain JSON data: what {@link #read} accepts again. */
    default Object write(T value) {
        return value;
    }
}
