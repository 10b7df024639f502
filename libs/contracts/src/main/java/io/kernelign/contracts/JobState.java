package io.kernelign.contracts;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where a job stands; trainer-service's state machine says what follows what. */
public enum JobState {
    QUEUED,
    SELECTING,
    TRAINING,
    EVALUATING,
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
