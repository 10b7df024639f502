package io.kernelign.data.pair;

import com.fasterxml.jackson.annotation.JsonValue;
import io.kernelign.data.text.Text;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Who speaks a turn. */
public enum Role {
    SYSTEM,
    USER,
    ASSISTANT;

    private final String text = name().toLowerCase(Locale.ROOT);
    private final Text utf8 = Text.of(text);

    /** The name in chat messages: {@code system}, {@code user}, {@code assistant}. */
    @JsonValue
    public String text() {
        return text;
    }

    /** The same in UTF-8. */
    Text utf8() {
        return utf8;
    }

    public static Optional<Role> of(String text) {
        return Arrays.stream(values()).filter(role -> role.text().equals(text)).findFirst();
    }
}
