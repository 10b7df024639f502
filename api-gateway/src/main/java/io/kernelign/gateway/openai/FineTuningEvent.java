package io.kernelign.gateway.openai;

import io.kernelign.contracts.JobEvent;
import io.kernelign.input.FieldError;
import io.kernelign.input.InvalidInputException;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * A line of a job's log.
 *
 * @param object {@code fine_tuning.job.event}, always
 * @param createdAt seconds since 1970
 * @param level {@code info}, {@code warn} or {@code error}
 * @param type {@code metrics} where data are figures, else {@code message}
 */
@JsonNaming(SnakeCaseStrategy.class)
record FineTuningEvent(
        String id, String object, long createdAt, String level, String message, String type, Map<String, Object> data)
        implements OpenAiObject {

    private static final String PREFIX = "ftevent-";
    private static final Set<String> FIGURES = Set.of("step", "evaluation", "spectra");

    static FineTuningEvent of(String job, JobEvent event) {
        return new FineTuningEvent(
                PREFIX + job + "-" + event.id(),
                "fine_tuning.job.event",
                event.at().getEpochSecond(),
                level(event),
                event.message(),
                FIGURES.contains(event.type()) ? "metrics" : "message",
                event.data());
    }

    private static String level(JobEvent event) {
        if (event.type().equals("warning")) {
            return "warn";
        }
        return "failed".equals(event.data().get("state")) ? "error" : "info";
    }

    /**
     * The number behind an id that a client sends back.
     *
     * @param id {@code null} for none, which is behind all
     */
    static long number(String id) {
        if (id == null) {
            return Long.MAX_VALUE;
        }
        try {
            return Long.parseLong(id.substring(id.lastIndexOf('-') + 1));
        } catch (NumberFormatException e) {
            throw new InvalidInputException(FieldError.unacceptable("after", id, "the id of an element of the list"));
        }
    }
}
