package io.kernelign.trainer.spec;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An evaluation as its user wants it, checked; {@link EvaluationSpecType} declares it.
 *
 * @param name {@code null} when the user gave none
 * @param model what a base model is called; empty where a job's is evaluated
 * @param job id of the job whose newest adapter, model or checkpoint is evaluated; empty where a base model is
 */
public record EvaluationSpec(
        String name,
        Optional<String> model,
        Optional<String> job,
        List<BenchmarkSpec> benchmarks,
        Map<String, String> tags) {

    /** The same with other benchmarks. */
    public EvaluationSpec asking(List<BenchmarkSpec> other) {
        return new EvaluationSpec(name, model, job, other, tags);
    }
}
