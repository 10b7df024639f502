package io.kernelign.contracts;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
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

    /** Those that something can follow. */
    public static List<JobState> unfinished() {
        return Arrays.stream(values()).filter(state -> !state.ended()).toList();
    }

    /** Whether nothing can follow. */
    public boolean ended() {
        return this == SUCCEEDED || this == FAILED || this == CANCELLED;
    }
}
