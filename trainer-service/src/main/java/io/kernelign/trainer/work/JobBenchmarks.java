package io.kernelign.trainer.work;

import io.kernelign.contracts.BenchmarkComparison;
import io.kernelign.contracts.BenchmarkScore;
import io.kernelign.contracts.TaskState;
import io.kernelign.trainer.adapter.AdapterStart;
import io.kernelign.trainer.evaluation.BenchmarkResults;
import io.kernelign.trainer.evaluation.EvaluatedModel;
import io.kernelign.trainer.evaluation.EvaluatedModels;
import io.kernelign.trainer.evaluation.EvaluationReading;
import io.kernelign.trainer.evaluation.EvaluationRun;
import io.kernelign.trainer.evaluation.EvaluationTakeover;
import io.kernelign.trainer.evaluation.EvaluationWrites;
import io.kernelign.trainer.evaluation.Hold;
import io.kernelign.trainer.evaluation.JobEvaluations;
import io.kernelign.trainer.evaluation.Pass;
import io.kernelign.trainer.generation.Source;
import io.kernelign.trainer.job.Artifacts;
import io.kernelign.trainer.job.Job;
import io.kernelign.trainer.job.JobEvents;
import io.kernelign.trainer.job.JobLifecycle.Pickup;
import io.kernelign.trainer.job.Lease;
import io.kernelign.trainer.job.StaleWorkerException;
import io.kernelign.trainer.spec.JobSpec;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Puts the model of a job to benchmarks before its first step and after its last. What fails of that is told and stops
 * nothing: the training is worth having without.
 */
@Component
class JobBenchmarks {

    private static final Logger LOG = LoggerFactory.getLogger(JobBenchmarks.class);
    private static final String TYPE = "benchmark";

    private final JobEvaluations own;
    private final EvaluationTakeover takeover;
    private final EvaluationWrites writes;
    private final EvaluationRun run;
    private final EvaluationReading reading;
    private final EvaluatedModels models;
    private final AdapterStart starts;
    private final Artifacts artifacts;
    private final JobEvents events;
    private final WorkerName worker;
    private final Clock clock;

    JobBenchmarks(
            JobEvaluations own,
            EvaluationTakeover takeover,
            EvaluationWrites writes,
            EvaluationRun run,
            EvaluationReading reading,
            EvaluatedModels models,
            AdapterStart starts,
            Artifacts artifacts,
            JobEvents events,
            WorkerName worker,
            Clock clock) {
        this.own = own;
        this.takeover = takeover;
        this.writes = writes;
        this.run = run;
        this.reading = reading;
        this.models = models;
        this.starts = starts;
        this.artifacts = artifacts;
        this.events = events;
        this.worker = worker;
        this.clock = clock;
    }

    /** Who has the model loaded. */
    private interface Loading {
        EvaluatedModel model() throws IOException, InterruptedException;
    }

    /** Those before the first step. */
    void before(Job job, Lease lease, JobSpec spec, MetricsOutbox metrics, StopSignal stop)
            throws InterruptedException {
        evaluate(
                Pass.BEFORE,
                job,
                lease,
                spec,
                stop,
                () -> models.before(spec, starts.files(job.tenant(), spec), stop::check));
        metrics.add(BenchmarkPoints.of(scores(job, Pass.BEFORE), 0, clock.instant()));
    }

    /**
     * Those after the last step, beside those before the first.
     *
     * @param job that has left what it has trained
     */
    List<BenchmarkComparison> after(Job job, Lease lease, JobSpec spec, MetricsOutbox metrics, StopSignal stop)
            throws InterruptedException {
        evaluate(Pass.AFTER, job, lease, spec, stop, () -> {
            var source = Source.ofProduct(artifacts.of(job.id())).orElseThrow();
            return models.trained(job, source, stop::check);
        });
        var step = job.view().progress().step();
        metrics.add(BenchmarkPoints.of(scores(job, Pass.AFTER), step, clock.instant()));
        var compared = reading.ofJob(job.id());
        compared.forEach(comparison -> tell(lease, comparison));
        return compared;
    }

    private void evaluate(Pass pass, Job job, Lease lease, JobSpec spec, StopSignal stop, Loading loading)
            throws InterruptedException {
        var taken = takeover.take(own.begun(job, spec, pass).id(), worker.value());
        if (taken.isEmpty()) {
            return;
        }
        var hold = taken.get().hold();
        if (taken.get().pickup() != Pickup.WORK) {
            writes.end(hold, TaskState.CANCELLED, null);
            return;
        }
        events.append(lease, TYPE, "The benchmarks " + when(pass) + " training begin.", Map.of());
        try (var model = loading.model()) {
            run.run(hold, spec.benchmarks(), model, stop::check);
            writes.end(hold, TaskState.SUCCEEDED, null);
        } catch (StaleWorkerException e) {
            throw e;
        } catch (WorkStoppedException e) {
            stopped(hold, e);
            throw e;
        } catch (InterruptedException e) {
            writes.release(hold);
            throw e;
        } catch (Exception | LinkageError | OutOfMemoryError e) {
            failed(pass, lease, hold, e);
        }
    }

    private void stopped(Hold hold, WorkStoppedException e) {
        if (e.wish() == WorkStoppedException.Wish.CANCEL) {
            writes.end(hold, TaskState.CANCELLED, null);
        } else {
            writes.release(hold);
        }
    }

    private void failed(Pass pass, Lease lease, Hold hold, Throwable e) {
        if (Trouble.passes(e)) {
            throw new InterruptedWorkException(lease.job(), e);
        }
        var sentence = Trouble.sentence(e);
        LOG.warn("the benchmarks {} training of {} failed: {}", when(pass), lease.job(), sentence);
        LOG.debug("because", e);
        writes.end(hold, TaskState.FAILED, sentence);
        events.append(lease, "warning", "The benchmarks " + when(pass) + " training failed: " + sentence, Map.of());
    }

    private static String when(Pass pass) {
        return pass.name().toLowerCase(Locale.ROOT);
    }

    private List<BenchmarkScore> scores(Job job, Pass pass) {
        return own.find(job.id(), pass).orElseThrow().scores();
    }

    private void tell(Lease lease, BenchmarkComparison comparison) {
        var sentence = String.format(
                Locale.ROOT,
                "%s: %s %.3f before and %.3f after training; the difference is %.3f (95 %%: %.3f to %.3f).",
                comparison.benchmark(),
                comparison.metric(),
                comparison.before(),
                comparison.after(),
                comparison.difference(),
                comparison.interval().low(),
                comparison.interval().high());
        events.append(lease, TYPE, sentence, new TreeMap<>(BenchmarkResults.of(List.of(comparison))));
    }
}
