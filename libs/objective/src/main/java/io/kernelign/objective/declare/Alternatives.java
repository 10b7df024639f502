package io.kernelign.objective.declare;

import io.kernelign.input.FieldError;
import io.kernelign.input.InvalidInputException;
import io.kernelign.input.ValueType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One of several declared values, told apart by {@code name}: {@code {"name": "rbf", ...its parameters}}, or the name
 * alone when every parameter keeps its default.
 *
 * @param <T> what the alternatives have in common
 */
public final class Alternatives<T> implements ValueType<T> {

    private static final String NAME = "name";

    private final List<Declaration<? extends T>> declarations;

    public Alternatives(List<Declaration<? extends T>> declarations) {
        this.declarations = List.copyOf(declarations);
    }

    public List<Declaration<? extends T>> declarations() {
        return declarations;
    }

    @Override
    public T read(Object raw) {
        if (raw instanceof String) {
            return named(raw, "").defaults();
        }
        if (!(raw instanceof Map<?, ?> object)) {
            throw new InvalidInputException(FieldError.unacceptable("", raw, accepted()));
        }
        var name = object.get(NAME);
        if (name == null) {
            throw new InvalidInputException(FieldError.missing(NAME, acceptedNames()));
        }
        var parameters = new LinkedHashMap<Object, Object>(object);
        parameters.remove(NAME);
        return named(name, NAME).options().read(parameters);
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
        object.put(NAME, nameOf(value));
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
        return acceptedNames() + ", or an object with that name and its parameters";
    }

    @Override
    public Map<String, Object> jsonSchema() {
        var name = Map.<String, Object>of("type", "string", "enum", names().toList());
        var forms = Stream.concat(Stream.of(name), declarations.stream().map(Alternatives::objectSchema));
        return Map.of("oneOf", forms.toList());
    }

    private static Map<String, Object> objectSchema(Declaration<?> declaration) {
        var schema = new LinkedHashMap<>(declaration.options().jsonSchema());
        var properties = new LinkedHashMap<String, Object>();
        properties.put(NAME, Map.of("const", declaration.name()));
        declaration.options().fields().forEach(field -> properties.put(field.name(), field.jsonSchema()));
        schema.put("properties", properties);
        schema.put("required", List.of(NAME));
        return schema;
    }
}
