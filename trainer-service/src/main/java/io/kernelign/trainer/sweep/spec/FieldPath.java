package io.kernelign.trainer.sweep.spec;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A field inside others of a job. */
final class FieldPath {

    private static final String NAME = "name";

    private final String dotted;

    FieldPath(String dotted) {
        this.dotted = dotted;
    }

    /** Whether one is the other, or inside it. */
    boolean touches(String other) {
        return isWithin(dotted, other) || isWithin(other, dotted);
    }

    private static boolean isWithin(String inner, String outer) {
        return inner.equals(outer) || inner.startsWith(outer + ".") || inner.startsWith(outer + "[");
    }

    /** What a job has in this field. */
    Optional<Object> find(Map<String, Object> job) {
        Object at = job;
        for (var name : names()) {
            at = at instanceof Map<?, ?> object ? object.get(name) : null;
        }
        return Optional.ofNullable(at);
    }

    private List<String> names() {
        return List.of(dotted.split("\\."));
    }

    /** A copy of a job with a value in this field; what is named where an object must be is written out as one. */
    Map<String, Object> put(Map<String, Object> job, Object value) {
        return put(job, names(), value);
    }

    private static Map<String, Object> put(Map<?, ?> object, List<String> path, Object value) {
        var copy = new LinkedHashMap<String, Object>();
        object.forEach((name, kept) -> copy.put(String.valueOf(name), kept));
        var name = path.get(0);
        copy.put(name, path.size() == 1 ? value : put(object(copy.get(name)), path.subList(1, path.size()), value));
        return copy;
    }

    /** {@code "rbf"} stands for {@code {"name": "rbf"}}. */
    private static Map<?, ?> object(Object value) {
        if (value instanceof Map<?, ?> object) {
            return object;
        }
        return value == null ? Map.of() : Map.of(NAME, value);
    }
}
