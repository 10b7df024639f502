package io.kernelign.trainer.evaluation;

import io.kernelign.input.FieldError;
import io.kernelign.input.InvalidInputException;
import io.kernelign.service.problem.ConflictException;
import io.kernelign.trainer.generation.Source;
import io.kernelign.trainer.job.Artifacts;
import io.kernelign.trainer.job.Jobs;
import io.kernelign.trainer.queue.EvaluationQueue;
import io.kernelign.trainer.queue.Submissions;
import io.kernelign.trainer.queue.Submitter;
import io.kernelign.trainer.spec.EvaluationSpec;
import io.kernelign.trainer.spec.EvaluationSpecType;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Turns a request into a queued evaluation, or into the list of everything that is wrong with it and nothing else. */
@Component
public class EvaluationSubmission {

    private final EvaluationSpecType specs;
    private final BenchmarkSets benchmarks;
    private final Jobs jobs;
    private final Artifacts artifacts;
    private final Evaluations evaluations;
    private final EvaluationQueue queue;
    private final Submissions submissions;

    EvaluationSubmission(
            EvaluationSpecType specs,
            BenchmarkSets benchmarks,
            Jobs jobs,
            Artifacts artifacts,
            Evaluations evaluations,
            EvaluationQueue queue,
            Submissions submissions) {
        this.specs = specs;
        this.benchmarks = benchmarks;
        this.jobs = jobs;
        this.artifacts = artifacts;
        this.evaluations = evaluations;
        this.queue = queue;
        this.submissions = submissions;
    }

    /**
     * @param request as the user wrote it
     * @return the evaluation's id, which the same request may have made before
     * @throws InvalidInputException when the spec, its job or the files of its benchmarks cannot be accepted
     * @throws ConflictException when the job has nothing to evaluate yet, or the key belongs to another request
     */
    public String submit(Submitter submitter, Map<String, Object> request) {
        return submissions.earlier(submitter, request).orElseGet(() -> {
            var tenant = submitter.tenant();
            var spec = specs.read(request);
            var model = model(tenant, spec);
            var settled = spec.asking(benchmarks.settled(tenant, "benchmarks", spec.benchmarks()));
            var draft = draft(tenant, model, settled);
            return submissions.once(submitter, request, () -> {
                benchmarks.hold(tenant, settled.benchmarks());
                var id = evaluations.insert(draft);
                queue.add(id);
                return id;
            });
        });
    }

    private String model(String tenant, EvaluationSpec spec) {
        return spec.job().map(job -> modelOf(tenant, job)).orElseGet(() -> spec.model()
                .orElseThrow());
    }

    private Evaluations.Draft draft(String tenant, String model, EvaluationSpec spec) {
        return new Evaluations.Draft(
                tenant, name(spec), model, spec.job().orElse(null), null, specs.write(spec), spec.tags());
    }

    private String modelOf(String tenant, String id) {
        var job = jobs.findByIdAndTenant(id, tenant)
                .orElseThrow(() -> new InvalidInputException(FieldError.unacceptable("job", id, "the id of a job")));
        Source.of(job, artifacts.of(id));
        return job.view().model();
    }

    private static String name(EvaluationSpec spec) {
        return spec.name() != null
                ? spec.name()
                : spec.benchmarks().stream()
                        .map(benchmark -> benchmark.name().json())
                        .collect(Collectors.joining(
                                ", ", "", " of " + spec.job().or(spec::model).orElseThrow()));
    }
}
