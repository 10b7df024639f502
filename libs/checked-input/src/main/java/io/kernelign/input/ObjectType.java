package io.kernelign.input;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * An object with declared fields, read into a domain value. Unknown names are errors; all errors are collected.
 *
 * @param <T> the domain value
 */
public final class ObjectType<T> implements ValueType<T> {

    private final List<Field<?>> fields;
    private final Consumer<Values> check;
    private final Function<Values, T> build;
    private final Function<T, Map<String, Object>> write;

    private ObjectType(
            List<Field<?>> fields,
            Consumer<Values> check,
            Function<Values, T> build,
            Function<T, Map<String, Object>> write) {
        this.fields = List.copyOf(fields);
        this.check = check;
        this.build = build;
        this.write = write;
    }

    /**
     * @param build called only when every field was read; may {@link Values#reject}
     * @param write the inverse of build, in plain JSON data
     */
    public static <T> ObjectType<T> of(
            List<Field<?>> fields, Function<Values, T> build, Function<T, Map<String, Object>> write) {
        return new ObjectType<>(fields, values -> {}, build, write);
    }

    /** The same type, but what the check {@link Values#reject rejects} is not built. */
    public ObjectType<T> checkedBy(Consumer<Values> further) {
        return new ObjectType<>(fields, check.andThen(further), build, write);
    }

    public List<Field<?>> fields() {
        return fields;
    }

    @Override
    public T read(Object raw) {
        if (!(raw instanceof Map<?, ?> object)) {
            throw new InvalidInputException(FieldError.unacceptable("", raw, accepted()));
        }
        var errors = new ArrayList<FieldError>();
        var read = new LinkedHashMap<Field<?>, Object>();
        fields.forEach(field -> readField(object, field, read, errors));
        object.forEach((name, value) -> {
            if (fields.stream().noneMatch(field -> field.name().equals(name))) {
                errors.add(FieldError.unknown(String.valueOf(name), value, names()));
            }
        });
        throwAny(errors);
        var values = new Values(object, read);
        check.accept(values);
        throwAny(values.rejections());
        T built = build.apply(values);
        throwAny(values.rejections());
        return built;
    }

    private static void throwAny(List<FieldError> errors) {
        if (!errors.isEmpty()) {
            throw new InvalidInputException(errors);
        }
    }

    private static void readField(
            Map<?, ?> object, Field<?> field, Map<Field<?>, Object> read, List<FieldError> errors) {
        var raw = object.get(field.name());
        if (raw == null) {
            if (field.required()) {
                errors.add(FieldError.missing(field.name(), field.type().accepted()));
            }
            return;
        }
        try {
            read.put(field, field.type().read(raw));
        } catch (InvalidInputException e) {
            e.errors().forEach(error -> errors.add(error.under(field.name())));
        }
    }

    private String names() {
        return fields.isEmpty() ? "none" : fields.stream().map(Field::name).collect(Collectors.joining(", "));
    }

    @Override
    public String accepted() {
        return "an object with the fields " + names();
    }

    @Override
    public Map<String, Object> write(T value) {
        return write.apply(value);
    }

    @Override
    public Map<String, Object> jsonSchema() {
        var properties = new LinkedHashMap<String, Object>();
        fields.forEach(field -> properties.put(field.name(), field.jsonSchema()));
        var schema = new LinkedHashMap<String, Object>();
        schema.put("type", "object");
        schema.put("properties", properties);
        schema.put("additionalProperties", false);
        var required = fields.stream().filter(Field::required).map(Field::name).toList();
        if (!required.isEmpty()) {
            schema.put("required", required);
        }
        return schema;
    }
}
