package io.kernelign.trainer.spec;

import io.kernelign.input.Field;
import io.kernelign.input.ObjectType;
import io.kernelign.training.EvaluationSettings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How a job is evaluated.
 *
 * @param settings on held-out pairs
 * @param benchmarks before the first step and after the last
 */
record JobEvaluation(EvaluationSettings settings, List<BenchmarkSpec> benchmarks) {

    static ObjectType<JobEvaluation> type(BenchmarkSpecType benchmark) {
        var benchmarks = Field.defaulted(
                "benchmarks",
                benchmark.list(0),
                List.of(),
                "What the model is asked before the first step and once more after the last: figures, and differences with"
                        + " their intervals.");
        var fields = new ArrayList<>(EvaluationSettings.FIELDS);
        fields.add(benchmarks);
        return ObjectType.of(
                fields,
                values -> new JobEvaluation(EvaluationSettings.of(values), values.get(benchmarks)),
                evaluation -> write(evaluation, benchmarks));
    }

    private static Map<String, Object> write(JobEvaluation evaluation, Field<List<BenchmarkSpec>> benchmarks) {
        var plain = new LinkedHashMap<>(EvaluationSettings.TYPE.write(evaluation.settings));
        if (!evaluation.benchmarks.isEmpty()) {
            plain.put(benchmarks.name(), benchmarks.type().write(evaluation.benchmarks));
        }
        return plain;
    }
}
