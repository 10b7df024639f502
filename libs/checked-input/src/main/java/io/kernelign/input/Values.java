package io.kernelign.input;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The fields of one object after each was read on its own; a builder turns them into a domain value. */
public final class Values {

    private final Map<Field<?>, Object> values;
    private final List<FieldError> rejections = new ArrayList<>();

    Values(Map<Field<?>, Object> values) {
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

    /** Refuses a value that is fine on its own but not beside the others. */
    public void reject(Field<?> field, String accepted) {
        rejections.add(FieldError.unacceptable(field.name(), get(field), accepted));
    }

    List<FieldError> rejections() {
        return rejections;
    }
}
