package io.kernelign.gateway.openai;

import io.kernelign.contracts.JobState;
import io.kernelign.contracts.JobView;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * A job in OpenAI's dialect; times are seconds since 1970.
 *
 * @param object {@code fine_tuning.job}, always
 * @param error why it failed; {@code null} otherwise
 * @param estimatedFinish of the training; {@code null} while that is not known, and afterwards
 * @param fineTunedModel what other jobs may go on from and {@code generate} answers with; {@code null} until it succeeds
 * @param resultFiles what it has made, as files
 * @param trainedTokens {@code null}, always: it is not counted
 * @param paused whether it is queued because somebody paused it
 * @param kernelign the whole spec, as the platform's own API has it
 */
@JsonNaming(SnakeCaseStrategy.class)
record FineTuningJob(
        String id,
        String object,
        long createdAt,
        Failure error,
        Long estimatedFinish,
        String fineTunedModel,
        Long finishedAt,
        Map<String, Object> hyperparameters,
        List<Object> integrations,
        Map<String, Object> method,
        Map<String, String> metadata,
        String model,
        String organizationId,
        List<String> resultFiles,
        Object seed,
        String status,
        String suffix,
        Long trainedTokens,
        String trainingFile,
        String validationFile,
        boolean paused,
        Map<String, Object> kernelign)
        implements OpenAiObject {

    private static final String QUEUED = "queued";

    /**
     * Why a job failed.
     *
     * @param param {@code null}, always: what is wrong with a field is told when the job is asked for
     */
    record Failure(String code, String message, String param) {}

    /**
     * @param learningRate the default one
     * @param resultFiles ids
     */
    static FineTuningJob of(JobView job, String tenant, double learningRate, List<String> resultFiles, Instant now) {
        var training = part(job.spec(), "training");
        var hyperparameters = hyperparameters(training, learningRate);
        return new FineTuningJob(
                job.id(),
                "fine_tuning.job",
                job.createdAt().getEpochSecond(),
                job.error() == null ? null : new Failure("job_failed", job.error(), null),
                estimatedFinish(job, now),
                job.state() == JobState.SUCCEEDED ? job.id() : null,
                job.finishedAt() == null ? null : job.finishedAt().getEpochSecond(),
                hyperparameters,
                List.of(),
                method(part(job.spec(), "objective"), hyperparameters),
                job.tags(),
                job.model(),
                tenant,
                resultFiles,
                training.get("seed"),
                status(job),
                job.name(),
                null,
                job.datasetId(),
                (String) job.spec().get("evalDataset"),
                job.paused(),
                job.spec());
    }

    /** A paused job is queued to clients that know no other state for it. */
    private static String status(JobView job) {
        if (job.paused() && !job.state().ended()) {
            return QUEUED;
        }
        return switch (job.state()) {
            case QUEUED -> QUEUED;
            case SELECTING, TRAINING, EVALUATING -> "running";
            case SUCCEEDED -> "succeeded";
            case FAILED -> "failed";
            case CANCELLED -> "cancelled";
        };
    }

    private static Long estimatedFinish(JobView job, Instant now) {
        var left = job.progress() == null ? null : job.progress().secondsLeft();
        return left == null || job.state().ended()
                ? null
                : now.plusSeconds(left).getEpochSecond();
    }

    private static Map<String, Object> hyperparameters(Map<?, ?> training, double learningRate) {
        var values = new LinkedHashMap<String, Object>();
        values.put("batch_size", AutoOrNumber.AUTO);
        values.put(
                "learning_rate_multiplier",
                training.get("learningRate") instanceof Number rate
                        ? rate.doubleValue() / learningRate
                        : AutoOrNumber.AUTO);
        values.put("n_epochs", training.get("epochs") instanceof Number epochs ? epochs : AutoOrNumber.AUTO);
        return values;
    }

    /** Clients that know OpenAI's methods only read every job as one of plain DPO; {@code kernelign} has the rest. */
    private static Map<String, Object> method(Map<?, ?> objective, Map<String, Object> hyperparameters) {
        var all = new LinkedHashMap<>(hyperparameters);
        all.put("beta", objective.get("beta") instanceof Number beta ? beta : AutoOrNumber.AUTO);
        return Map.of("type", "dpo", "dpo", Map.of("hyperparameters", all));
    }

    private static Map<?, ?> part(Map<String, Object> spec, String name) {
        return spec.get(name) instanceof Map<?, ?> part ? part : Map.of();
    }
}
