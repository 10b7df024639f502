package io.kernelign.gateway.openai;

import io.kernelign.contracts.JobEvent;
import java.util.Map;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * A checkpoint that a job has written. The newest one is what {@code POST /api/v1/jobs/{id}/generate} answers with while
 * the job trains; earlier ones are gone.
 *
 * @param object {@code fine_tuning.job.checkpoint}, always
 * @param createdAt seconds since 1970
 * @param fineTunedModelCheckpoint the job
 * @param metrics the step
 */
@JsonNaming(SnakeCaseStrategy.class)
record FineTuningCheckpoint(
        String id,
        String object,
        long createdAt,
        String fineTunedModelCheckpoint,
        String fineTuningJobId,
        Map<String, Object> metrics,
        Object stepNumber)
        implements OpenAiObject {

    private static final String STEP = "step";

    /** @param event of type {@code checkpoint} */
    static FineTuningCheckpoint of(String job, JobEvent event) {
        var step = event.data().get(STEP);
        return new FineTuningCheckpoint(
                "ftckpt-" + job + "-" + event.id(),
                "fine_tuning.job.checkpoint",
                event.at().getEpochSecond(),
                job,
                job,
                Map.of(STEP, step),
                step);
    }
}
