package io.kernelign.trainer.spec;

import java.util.Map;
import java.util.Optional;

/**
 * A job as its user wants it, checked; {@link JobSpecType} declares it.
 *
 * @param name {@code null} when the user gave none
 * @param model name of the base model
 * @param dataset id of the data set
 * @param objective empty while it is "auto"
 */
public record JobSpec(
        String name,
        String model,
        String dataset,
        Optional<Map<String, Object>> objective,
        Map<String, Object> training,
        Map<String, Object> evaluation,
        Map<String, String> tags) {

    /** The same with the objective chosen. */
    public JobSpec with(Map<String, Object> chosen) {
        return new JobSpec(name, model, dataset, Optional.of(chosen), training, evaluation, tags);
    }
}
