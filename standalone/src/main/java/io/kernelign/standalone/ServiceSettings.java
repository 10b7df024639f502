package io.kernelign.standalone;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** Properties that a service is started with; they win over its own configuration file. */
record ServiceSettings(Map<String, String> properties) {

    static ServiceSettings with(String property, String value) {
        return new ServiceSettings(Map.of(property, value));
    }

    /** The same settings and one more. */
    ServiceSettings and(String property, String value) {
        var more = new TreeMap<>(properties);
        more.put(property, value);
        return new ServiceSettings(Collections.unmodifiableMap(more));
    }

    /** The same settings and more. */
    ServiceSettings andAll(Map<String, String> others) {
        var more = new TreeMap<>(properties);
        more.putAll(others);
        return new ServiceSettings(Collections.unmodifiableMap(more));
    }

    String[] arguments() {
        return properties.entrySet().stream()
                .map(entry -> "--" + entry.getKey() + "=" + entry.getValue())
                .toArray(String[]::new);
    }
}
