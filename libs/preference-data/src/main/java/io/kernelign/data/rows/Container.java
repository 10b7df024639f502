package io.kernelign.data.rows;

import com.fasterxml.jackson.annotation.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

/** In what form a file holds its rows. */
public enum Container {
    JSON_LINES {
        @Override
        RowSource rows(InputStream text, Limits limits) {
            return new JsonLines(text, limits);
        }
    },
    JSON_ARRAY {
        @Override
        RowSource rows(InputStream text, Limits limits) {
            return new JsonArray(text, limits);
        }
    },
    CSV {
        @Override
        RowSource rows(InputStream text, Limits limits) throws IOException {
            return Csv.of(text, limits);
        }
    };

    /** What a file may be, as a phrase. */
    static final String ACCEPTED = "JSON Lines, a JSON array of objects or CSV, each plain, gzip or zstd";

    abstract RowSource rows(InputStream text, Limits limits) throws IOException;

    /** The name in reports, such as {@code json_lines}. */
    @JsonValue
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
