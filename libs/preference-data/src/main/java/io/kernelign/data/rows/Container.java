package io.kernelign.data.rows;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** In what form a file holds its rows. */
public enum Container {
    JSON_LINES;

    /** The name in reports, such as {@code json_lines}. */
    @JsonValue
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
