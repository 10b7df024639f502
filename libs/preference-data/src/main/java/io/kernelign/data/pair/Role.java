package io.kernelign.data.pair;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Who speaks a turn. */
public enum Role {
    SYSTEM,
    USER,
    ASSISTANT;

    /** The name in chat messages: {@code system}, {@code user}, {@code assistant}. */
    @JsonValue
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Role> of(String text) {
        return Arrays.stream(values()).filter(role -> role.text().equals(text)).findFirst();
    }
}
