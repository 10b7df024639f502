package io.kernelign.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Methods of mappings, as in {@code message.get('tool_calls')}. */
final class MapMethods {

    static final Map<String, Builtin> ALL = Map.of(
            "get", MapMethods::get,
            "items",
                    (map, name, arguments) ->
                            items((Map<?, ?>) map, arguments.bind(name).meter()),
            "keys", (map, name, arguments) -> new ArrayList<>(((Map<?, ?>) map).keySet()),
            "values", (map, name, arguments) -> new ArrayList<>(((Map<?, ?>) map).values()));

    private MapMethods() {}

    private static Object get(Object map, String name, Arguments arguments) {
        var bound = arguments.bind(name, "key", "default");
        var key = bound.get("key");
        return ((Map<?, ?>) map).containsKey(key) ? ((Map<?, ?>) map).get(key) : bound.get("default", null);
    }

    /** Pairs of key and value. */
    static List<Tuple> items(Map<?, ?> map, Meter meter) {
        meter.grow(map.size());
        return map.entrySet().stream()
                .map(entry -> Tuple.of(entry.getKey(), entry.getValue()))
                .toList();
    }
}
