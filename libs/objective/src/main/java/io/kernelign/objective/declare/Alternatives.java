package io.kernelign.objective.declare;

import io.kernelign.input.FieldError;
import io.kernelign.input.InvalidInputException;
import io.kernelign.input.ValueType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One of several declared values, told apart by one field of the object: {@code {"name": "rbf", ...its parameters}}, or
 * the name alone when every parameter keeps its default.
 *
 * @param <T> what the alternatives have in common
 */
public final class Alternatives<T> implements ValueType<T> {

    private static final String NAME = "name";

    private final String discriminator;
    private final Optional<String> unnamed;
    private final List<Declaration<? extends T>> declarations;

    private Alternatives(
            String discriminator, Optional<String> unnamed, List<? extends Declaration<? extends T>> declarations) {
        this.discriminator = discriminator;
        this.unnamed = unnamed;
        this.declarations = List.copyOf(declarations);
    }

    /** Told apart by {@code name}. */
    public Alternatives(List<? extends Declaration<? extends T>> declarations) {
        this(NAME, Optional.empty(), declarations);
    }

    /** Told apart by the field {@code discriminator}; an object without it is {@code unnamed}. */
    public static <T> Alternatives<T> by(
            String discriminator, String unnamed, List<? extends Declaration<? extends T>> declarations) {
        return new Alternatives<>(discriminator, Optional.of(unnamed), declarations);
    }

    public List<Declaration<? extends T>> declarations() {
        return declarations;
    }

    @Override
    public T read(Object raw) {
        if (raw instanceof String && unnamed.isEmpty()) {
            return named(raw, "").defaults();
        }
        if (!(raw instanceof Map<?, ?> object)) {
            throw new InvalidInputException(FieldError.unacceptable("", raw, accepted()));
        }
        Object name = object.get(discriminator);
        if (name == null) {
            name = unnamed.orElseThrow(
                    () -> new InvalidInputException(FieldError.missing(discriminator, acceptedNames())));
        }
        var parameters = new LinkedHashMap<Object, Object>(object);
        parameters.remove(discriminator);
        return named(name, discriminator).options().read(parameters);
    }

    private Declaration<? extends T> named(Object name, String field) {
        return declarations.stream()
                .filter(declaration -> declaration.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new InvalidInputException(FieldError.unacceptable(field, name, acceptedNames())));
    }

    /** The name under which a value was declared. */
    public String nameOf(T value) {
        return declarationOf(value).name();
    }

    private Declaration<? extends T> declarationOf(T value) {
        return declarations.stream()
                .filter(declaration -> declaration.type().isInstance(value))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public Map<String, Object> write(T value) {
        var object = new LinkedHashMap<String, Object>();
        object.put(discriminator, nameOf(value));
        object.putAll(parameters(declarationOf(value), value));
        return object;
    }

    private static <D> Map<String, Object> parameters(Declaration<D> declaration, Object value) {
        return declaration.options().write(declaration.type().cast(value));
    }

    private Stream<String> names() {
        return declarations.stream().map(Declaration::name);
    }

    private String acceptedNames() {
        return "one of " + String.join(", ", names().toList());
    }

    @Override
    public String accepted() {
        return unnamed.isEmpty()
                ? acceptedNames() + ", or an object with that name and its parameters"
                : "an object whose " + discriminator + " is " + acceptedNames();
    }

    @Override
    public Map<String, Object> jsonSchema() {
        var objects = declarations.stream().map(this::objectSchema);
        var name = Map.<String, Object>of("type", "string", "enum", names().toList());
        return Map.of("oneOf", (unnamed.isEmpty() ? Stream.concat(Stream.of(name), objects) : objects).toList());
    }

    private Map<String, Object> objectSchema(Declaration<?> declaration) {
        var schema = new LinkedHashMap<>(declaration.options().jsonSchema());
        var properties = new LinkedHashMap<String, Object>();
        properties.put(discriminator, Map.of("const", declaration.name()));
        declaration.options().fields().forEach(field -> properties.put(field.name(), field.jsonSchema()));
        schema.put("properties", properties);
        if (!unnamed.equals(Optional.of(declaration.name()))) {
            schema.put("required", List.of(discriminator));
        }
        return schema;
    }
}
