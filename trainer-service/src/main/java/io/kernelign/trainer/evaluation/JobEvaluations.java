package io.kernelign.trainer.evaluation;

import io.kernelign.trainer.job.Job;
import io.kernelign.trainer.spec.EvaluationSpec;
import io.kernelign.trainer.spec.EvaluationSpecType;
import io.kernelign.trainer.spec.JobSpec;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The evaluations that are part of a job: one before its first step, one after its last. */
@Component
public class JobEvaluations {

    private final Evaluations evaluations;
    private final EvaluationSpecType specs;

    JobEvaluations(Evaluations evaluations, EvaluationSpecType specs) {
        this.evaluations = evaluations;
        this.specs = specs;
    }

    /** The one of a pass, which begins now unless it has begun. */
    public Evaluation begun(Job job, JobSpec spec, Pass pass) {
        return find(job.id(), pass).orElseGet(() -> {
            evaluations.insert(draft(job, spec, pass));
            return find(job.id(), pass).orElseThrow();
        });
    }

    private Evaluations.Draft draft(Job job, JobSpec spec, Pass pass) {
        var name = job.name() + ", " + pass.json();
        var evaluated = pass == Pass.BEFORE
                ? new EvaluationSpec(name, Optional.of(spec.model()), Optional.empty(), spec.benchmarks(), spec.tags())
                : new EvaluationSpec(name, Optional.empty(), Optional.of(job.id()), spec.benchmarks(), spec.tags());
        return new Evaluations.Draft(
                job.tenant(), name, spec.model(), job.id(), pass, specs.write(evaluated), spec.tags());
    }

    /** Has those that came to no result go on, when their job is tried again. */
    public void again(String job) {
        evaluations.again(job);
    }

    /** Empty before it begins. */
    public Optional<Evaluation> find(String job, Pass pass) {
        return evaluations.find(job, pass);
    }
}
