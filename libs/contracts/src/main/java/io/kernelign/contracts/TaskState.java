package io.kernelign.contracts;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where work of the queue stands that is not a job: a sweep, an evaluation. */
public enum TaskState {
    QUEUED,
    RUNNING,
    SUCCEEDED,
    FAILED,
    CANCELLED;

    @JsonValue
    public String json() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether nothing can follow. */
    public boolean ended() {
        return this == SUCCEEDED || this == FAILED || this == CANCELLED;
    }
}
