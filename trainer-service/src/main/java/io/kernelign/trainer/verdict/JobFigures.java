package io.kernelign.trainer.verdict;

import io.kernelign.trainer.evaluation.BenchmarkResults;
import io.kernelign.trainer.job.Job;
import io.kernelign.trainer.spec.JobSpecType;
import io.kernelign.training.HeldOutMetric;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The figures of jobs that gates can be about: those that a job's spec promises, whatever its data set. */
@Repository
class JobFigures {

    private static final TypeReference<Map<String, Double>> RESULTS = new TypeReference<>() {};

    private final JobSpecType specs;
    private final JdbcClient jdbc;
    private final JsonMapper json;

    JobFigures(JobSpecType specs, JdbcClient jdbc, JsonMapper json) {
        this.specs = specs;
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Their names, known before there is any. */
    List<String> names(Job job) {
        return Stream.concat(
                        HeldOutMetric.reportedWith(specs.objective(job.spec())).stream()
                                .flatMap(metric -> metric.texts().stream()),
                        specs.benchmarks(job.spec()).stream()
                                .flatMap(asked ->
                                        BenchmarkResults.names(asked.name().json()).stream()))
                .toList();
    }

    /** What was measured last, by name; empty until the job has succeeded. A value that was not finite is {@code null}. */
    Optional<Map<String, Double>> values(String job) {
        return jdbc.sql("select cast(results as text) from job where id = :job and state = 'succeeded'")
                .param("job", job)
                .query(String.class)
                .optional()
                .map(results -> json.readValue(results, RESULTS));
    }
}
