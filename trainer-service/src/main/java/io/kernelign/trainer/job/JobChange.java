package io.kernelign.trainer.job;

import io.kernelign.contracts.JobState;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What may become of a job: its states, and that it rests or goes on. */
public enum JobChange {
    QUEUED,
    SELECTING,
    TRAINING,
    EVALUATING,
    SUCCEEDED,
    FAILED,
    CANCELLED,
    PAUSED,
    RESUMED;

    static JobChange of(JobState state) {
        return valueOf(state.name());
    }

    /** As webhooks call it: {@code job.succeeded}. */
    public String type() {
        return "job." + word();
    }

    /** The types of all. */
    public static List<String> types() {
        return Arrays.stream(values()).map(JobChange::type).toList();
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    private boolean isState() {
        return this != PAUSED && this != RESUMED;
    }

    /** Type of its event in a job's log. */
    String eventType() {
        return isState() ? "state" : "pause";
    }

    Map<String, Object> eventData() {
        return isState() ? Map.of("state", word()) : Map.of("paused", this == PAUSED);
    }
}
