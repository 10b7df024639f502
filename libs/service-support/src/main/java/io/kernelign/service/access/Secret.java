package io.kernelign.service.access;

import io.kernelign.service.start.RefusedStartException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.core.env.Environment;

/**
 * A secret that a service is started with: in the property itself, as an environment variable sets it, or in the file that the
 * property with {@code -file} at its end names. Neither value stands in any message.
 */
public record Secret(String property) {

    private static final String FILE = "-file";

    /** Whether it is given. */
    public boolean given(Environment environment) {
        return has(environment, property) || has(environment, property + FILE);
    }

    /** @throws RefusedStartException it is given twice, or its file cannot be read */
    public Optional<String> read(Environment environment) {
        if (!has(environment, property + FILE)) {
            return Optional.of(environment.getProperty(property, "")).filter(value -> !value.isBlank());
        }
        if (has(environment, property)) {
            throw new RefusedStartException(property + " and " + property + FILE + " are both given; accepted is one.");
        }
        var file = environment.getRequiredProperty(property + FILE);
        try {
            return Optional.of(Files.readString(Path.of(file)).strip());
        } catch (IOException e) {
            throw new RefusedStartException(
                    property + FILE + " is " + file + ", which cannot be read; accepted is a file with the secret.", e);
        }
    }

    private static boolean has(Environment environment, String name) {
        return !environment.getProperty(name, "").isBlank();
    }
}
