package io.kernelign.service.testing;

import java.util.Map;

/** An empty database on a real PostgreSQL. */
public record TestDatabase(String url, String user, String password) {

    /** Properties that make a service use it. */
    public Map<String, String> properties() {
        return Map.of(
                "spring.datasource.url", url,
                "spring.datasource.username", user,
                "spring.datasource.password", password);
    }
}
