package io.kernelign.data.pair;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The side of a data set on which a pair stands. */
public enum Split {
    TRAIN,
    HELD_OUT;

    /** The name in files: {@code train}, {@code held_out}. */
    @JsonValue
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
