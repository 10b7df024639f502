package io.kernelign.metrics;

import io.kernelign.service.database.StorableText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Plain JSON data whose texts are {@linkplain StorableText storable}. */
final class Storable {

    private Storable() {}

    /** @param object {@code null} for an empty one */
    @SuppressWarnings("unchecked")
    static <V> Map<String, V> of(Map<String, V> object) {
        return (Map<String, V>) plain(Objects.requireNonNullElse(object, Map.of()));
    }

    private static Object plain(Object value) {
        if (value instanceof String text) {
            return StorableText.of(text);
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
