package io.kernelign.trainer.work;

import io.kernelign.contracts.JobState;
import io.kernelign.contracts.RunOutcome;
import io.kernelign.objective.Objective;
import io.kernelign.objective.embedding.Source;
import io.kernelign.trainer.job.Job;
import io.kernelign.trainer.job.JobEvents;
import io.kernelign.trainer.job.JobLifecycle;
import io.kernelign.trainer.job.JobWrites;
import io.kernelign.trainer.job.Jobs;
import io.kernelign.trainer.job.Lease;
import io.kernelign.trainer.spec.JobSpec;
import io.kernelign.trainer.spec.JobSpecType;
import io.kernelign.trainer.training.EmbeddingFiles;
import io.kernelign.trainer.work.TrainingStage.Results;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The way of a job through its stages, from wherever it stands. */
@Component
class JobStages {

    private final ModelStage models;
    private final Jobs jobs;
    private final Selection selection;
    private final PilotStage pilots;
    private final ExternalEmbeddings embeddings;
    private final JobBenchmarks benchmarks;
    private final TrainingStage training;
    private final MetricsOutboxes outboxes;
    private final ArtifactShelf shelf;
    private final JobSpecType specs;
    private final JobWrites writes;
    private final JobEvents events;

    JobStages(
            ModelStage models,
            Jobs jobs,
            Selection selection,
            PilotStage pilots,
            ExternalEmbeddings embeddings,
            JobBenchmarks benchmarks,
            TrainingStage training,
            MetricsOutboxes outboxes,
            ArtifactShelf shelf,
            JobSpecType specs,
            JobWrites writes,
            JobEvents events) {
        this.models = models;
        this.jobs = jobs;
        this.selection = selection;
        this.pilots = pilots;
        this.embeddings = embeddings;
        this.benchmarks = benchmarks;
        this.training = training;
        this.outboxes = outboxes;
        this.shelf = shelf;
        this.specs = specs;
        this.writes = writes;
        this.events = events;
    }

    /** Ends the job as succeeded, its curves having arrived where metrics-service can be reached at all. */
    void run(Job job, Lease lease, MetricsOutbox metrics, StopSignal stop) throws IOException, InterruptedException {
        stop.check();
        var given = models.withModel(job, lease, stop);
        if (asksTheSelector(given) && JobLifecycle.ahead(job.state(), JobState.SELECTING)) {
            writes.advance(lease, JobState.SELECTING);
        }
        var spec = chosen(job, given, lease, metrics, stop);
        var vectors = embeddings(job, spec, lease, stop);
        metrics.open(MetricsOutboxes.opening(job, lease, spec));
        beforeTraining(job, lease, spec, metrics, stop);
        var trained = training.run(asItStands(job), lease, spec, vectors, metrics, stop);
        var results = afterTraining(job, lease, spec, trained, metrics, stop);
        shelf.put(lease, "README.md", ModelCard.of(job, specs.write(spec), results.values(), results.explanations()));
        metrics.end(new RunOutcome(lease.attempt(), JobState.SUCCEEDED.json(), results.details()));
        if (!metrics.flush(outboxes.patience())) {
            events.append(lease, "warning", "metrics-service was away; some curves may be missing.", Map.of());
        }
        writes.results(lease, results.values());
        writes.end(lease, JobState.SUCCEEDED, null);
    }

    /** With the objective that the selector recommends, or that wins among what it ranks, where the user gave none. */
    private JobSpec chosen(Job job, JobSpec spec, Lease lease, MetricsOutbox metrics, StopSignal stop)
            throws IOException, InterruptedException {
        if (spec.objective().isPresent()) {
            return spec;
        }
        var recommendation = selection.recommended(job, spec, lease, stop);
        var recommended = specs.chosen(spec, recommendation.objective());
        if (spec.pilot().isPresent()) {
            var vectors = embeddings(job, recommended, lease, stop);
            return pilots.race(job, spec, recommendation, vectors, lease, metrics, stop);
        }
        writes.spec(lease, specs.write(recommended));
        return recommended;
    }

    private void beforeTraining(Job job, Lease lease, JobSpec spec, MetricsOutbox metrics, StopSignal stop)
            throws InterruptedException {
        if (!spec.benchmarks().isEmpty()) {
            if (JobLifecycle.ahead(asItStands(job).state(), JobState.TRAINING)) {
                writes.advance(lease, JobState.TRAINING);
            }
            benchmarks.before(job, lease, spec, metrics, stop);
        }
    }

    private Results afterTraining(
            Job job, Lease lease, JobSpec spec, Results trained, MetricsOutbox metrics, StopSignal stop)
            throws InterruptedException {
        return spec.benchmarks().isEmpty()
                ? trained
                : trained.with(benchmarks.after(asItStands(job), lease, spec, metrics, stop));
    }

    /** The selection has written its spec, a pilot that won has left its checkpoint, training has told its steps. */
    private Job asItStands(Job taken) {
        return jobs.findById(taken.id()).orElseThrow();
    }

    private JobEmbeddings embeddings(Job job, JobSpec spec, Lease lease, StopSignal stop)
            throws IOException, InterruptedException {
        if (!readsExternalEmbeddings(spec)) {
            return JobEmbeddings.NONE;
        }
        var training = embeddings.of(job, job.data().training(), lease, stop);
        var evaluation = job.data().evaluation() == null
                ? Optional.<EmbeddingFiles>empty()
                : Optional.of(embeddings.of(job, job.data().evaluation(), lease, stop));
        return JobEmbeddings.of(spec, training, evaluation);
    }

    private static boolean asksTheSelector(JobSpec spec) {
        return spec.objective().isEmpty() || readsExternalEmbeddings(spec);
    }

    private static boolean readsExternalEmbeddings(JobSpec spec) {
        return spec.objective().flatMap(Objective::semanticSource).equals(Optional.of(Source.EXTERNAL));
    }
}
