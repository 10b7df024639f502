package io.kernelign.metrics;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Plain JSON data as PostgreSQL can keep it, whose texts have no character zero, though a model may write one: in its
 * place stands U+FFFD, which says that something was there.
 */
final class Storable {

    private static final char ZERO = 0;
    private static final char REPLACEMENT = '\uFFFD';

    private Storable() {}

    /** @param object {@code null} for an empty one */
    @SuppressWarnings("unchecked")
    static <V> Map<String, V> of(Map<String, V> object) {
        return (Map<String, V>) plain(Objects.requireNonNullElse(object, Map.of()));
    }

    private static Object plain(Object value) {
        if (value instanceof String text) {
            return text.replace(ZERO, REPLACEMENT);
        }
        if (value instanceof Map<?, ?> object) {
            var copy = new LinkedHashMap<Object, Object>();
            object.forEach((name, field) -> copy.put(plain(name), plain(field)));
            return copy;
        }
        return value instanceof List<?> list
                ? list.stream().map(Storable::plain).collect(Collectors.toList())
                : value;
    }
}
