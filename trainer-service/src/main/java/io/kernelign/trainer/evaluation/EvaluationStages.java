package io.kernelign.trainer.evaluation;

import io.kernelign.contracts.BenchmarkScore;
import io.kernelign.fetch.FetchListener;
import io.kernelign.trainer.generation.CheckpointGoneException;
import io.kernelign.trainer.generation.Source;
import io.kernelign.trainer.job.Artifacts;
import io.kernelign.trainer.job.Job;
import io.kernelign.trainer.job.Jobs;
import io.kernelign.trainer.model.BaseModels;
import io.kernelign.trainer.spec.EvaluationSpec;
import io.kernelign.trainer.spec.EvaluationSpecType;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What an evaluation that somebody asked for goes through: its model is fetched, loaded and asked. */
@Component
public class EvaluationStages {

    private static final int TRIES = 3;

    private final BaseModels models;
    private final EvaluatedModels evaluated;
    private final Jobs jobs;
    private final Artifacts artifacts;
    private final EvaluationSpecType specs;
    private final EvaluationWrites writes;
    private final EvaluationRun run;

    EvaluationStages(
            BaseModels models,
            EvaluatedModels evaluated,
            Jobs jobs,
            Artifacts artifacts,
            EvaluationSpecType specs,
            EvaluationWrites writes,
            EvaluationRun run) {
        this.models = models;
        this.evaluated = evaluated;
        this.jobs = jobs;
        this.artifacts = artifacts;
        this.specs = specs;
        this.writes = writes;
        this.run = run;
    }

    /**
     * The figures, with the steps that made the model.
     *
     * @param step {@code null} for a base model
     */
    public record Outcome(Long step, List<BenchmarkScore> scores) {}

    /**
     * @param check called now and then; what it throws ends it
     * @throws UndecidedException when a benchmark has no figure, after all others have theirs
     */
    public Outcome run(Evaluation evaluation, Hold hold, Runnable check) throws IOException, InterruptedException {
        var spec = withModel(hold, specs.read(evaluation.spec()), check);
        try (var model = load(evaluation, spec, check)) {
            return new Outcome(model.step(), run.run(hold, spec.benchmarks(), model, check));
        }
    }

    /** A model of the hub is fetched, and the commit it is at goes into the spec. */
    private EvaluationSpec withModel(Hold hold, EvaluationSpec spec, Runnable check) throws InterruptedException {
        if (spec.model().isEmpty() || models.find(spec.model().get()).isPresent()) {
            return spec;
        }
        var name = models.fetch(spec.model().get(), new Checking(check));
        var here = new EvaluationSpec(spec.name(), Optional.of(name), spec.job(), spec.benchmarks(), spec.tags());
        writes.model(hold, name, specs.write(here));
        return here;
    }

    private record Checking(Runnable wish) implements FetchListener {

        @Override
        public void check() {
            wish.run();
        }

        @Override
        public void fetched(String file, long bytes, long total) {
            wish.run();
        }

        @Override
        public void delayed(String sentence) {}
    }

    private EvaluatedModel load(Evaluation evaluation, EvaluationSpec spec, Runnable check)
            throws IOException, InterruptedException {
        if (spec.model().isPresent()) {
            return evaluated.base(spec.model().get(), check);
        }
        for (int tries = 1; ; tries++) {
            var job = jobs.findById(evaluation.job()).orElseThrow();
            try {
                return evaluated.trained(job, source(job), check);
            } catch (CheckpointGoneException e) {
                // The training has made a newer one, or has ended: the job says which.
                if (tries == TRIES) {
                    throw e;
                }
            }
        }
    }

    private Source source(Job job) {
        return Source.of(job, artifacts.of(job.id()));
    }
}
