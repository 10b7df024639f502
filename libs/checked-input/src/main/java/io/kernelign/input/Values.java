package io.kernelign.input;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The fields of one object after each was read on its own; a builder turns them into a domain value. */
public final class Values {

    private final Map<?, ?> raw;
    private final Map<Field<?>, Object> values;
    private final List<FieldError> rejections = new ArrayList<>();

    Values(Map<?, ?> raw, Map<Field<?>, Object> values) {
        this.raw = raw;
        this.values = values;
    }

    /** The value that was given, else the field's default, else {@code null}. */
    @SuppressWarnings("unchecked")
    public <T> T get(Field<T> field) {
        return given(field) ? (T) values.get(field) : field.fallback();
    }

    public <T> Optional<T> find(Field<T> field) {
        return Optional.ofNullable(get(field));
    }

    /** Whether the input itself held the field. */
    public boolean given(Field<?> field) {
        return values.containsKey(field);
    }

    /**
     * Whether the input itself held a field inside others.
     *
     * @param path from a field of this object to the field in question
     */
    public boolean given(List<? extends Field<?>> path) {
        return found(path) != null;
    }

    /** Refuses a value that is fine on its own but not beside the others. */
    public void reject(Field<?> field, String accepted) {
        reject(List.of(field), accepted);
    }

    /**
     * Refuses a value inside others.
     *
     * @param path from a field of this object to the field in question
     */
    public void reject(List<? extends Field<?>> path, String accepted) {
        var name = path.stream().map(Field::name).collect(Collectors.joining("."));
        var found = given(path) ? found(path) : written(path.get(path.size() - 1));
        rejections.add(FieldError.unacceptable(name, found, accepted));
    }

    private Object found(List<? extends Field<?>> path) {
        Object at = raw;
        for (var field : path) {
            at = at instanceof Map<?, ?> object ? object.get(field.name()) : null;
        }
        return at;
    }

    private static <T> Object written(Field<T> field) {
        return field.defaultValue().map(field.type()::write).orElse(null);
    }

    List<FieldError> rejections() {
        return rejections;
    }
}
