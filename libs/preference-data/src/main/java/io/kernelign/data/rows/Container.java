package io.kernelign.data.rows;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** In what form a file holds its rows. */
public enum Container {
    JSON_LINES,
    JSON_ARRAY,
    CSV,
    PARQUET;

    static final Magic PARQUET_MAGIC = Magic.of("PAR1");

    /** What a file may be, as a phrase. */
    static final String ACCEPTED = "JSON Lines, a JSON array of objects, CSV or Parquet, each plain, gzip or zstd";

    /** The name in reports, such as {@code json_lines}. */
    @JsonValue
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
