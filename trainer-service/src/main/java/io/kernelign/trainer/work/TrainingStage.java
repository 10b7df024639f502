package io.kernelign.trainer.work;

import io.kernelign.contracts.BenchmarkComparison;
import io.kernelign.contracts.JobState;
import io.kernelign.service.blob.BlobStore;
import io.kernelign.trainer.adapter.AdapterStart;
import io.kernelign.trainer.evaluation.BenchmarkResults;
import io.kernelign.trainer.job.Job;
import io.kernelign.trainer.job.JobEvents;
import io.kernelign.trainer.job.JobLifecycle;
import io.kernelign.trainer.job.JobWrites;
import io.kernelign.trainer.job.Lease;
import io.kernelign.trainer.meter.SlotMeters;
import io.kernelign.trainer.spec.JobSpec;
import io.kernelign.trainer.training.Trained;
import io.kernelign.trainer.training.Training;
import io.kernelign.training.explanation.Explanations;
import java.io.IOException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** The stages {@code training} and {@code evaluating}: gives the job to the training library and keeps what it makes. */
@Component
class TrainingStage {

    private final Training training;
    private final JobFiles data;
    private final AdapterStart starts;
    private final BlobStore blobs;
    private final ArtifactShelf shelf;
    private final JobWrites writes;
    private final JobEvents events;
    private final SlotMeters slots;
    private final Clock clock;

    TrainingStage(
            Training training,
            JobFiles data,
            AdapterStart starts,
            BlobStore blobs,
            ArtifactShelf shelf,
            JobWrites writes,
            JobEvents events,
            SlotMeters slots,
            Clock clock) {
        this.training = training;
        this.data = data;
        this.starts = starts;
        this.blobs = blobs;
        this.shelf = shelf;
        this.writes = writes;
        this.events = events;
        this.slots = slots;
        this.clock = clock;
    }

    /**
     * What came of a training.
     *
     * @param values what was measured last, by name
     * @param explanations sentences on what strikes in the figures
     * @param details what else is to be told, the explanations among it
     */
    record Results(Map<String, Double> values, List<String> explanations, Map<String, Object> details) {

        /** The same with benchmarks before and after. */
        Results with(List<BenchmarkComparison> compared) {
            var more = new TreeMap<>(values);
            more.putAll(BenchmarkResults.of(compared));
            var told = new LinkedHashMap<>(details);
            told.put("benchmarks", compared);
            return new Results(more, explanations, told);
        }
    }

    /** @param embeddings what an external semantic signal reads */
    Results run(Job job, Lease lease, JobSpec spec, JobEmbeddings embeddings, MetricsOutbox metrics, StopSignal stop)
            throws IOException, InterruptedException {
        advance(job, lease, JobState.TRAINING);
        try (var slot = slots.take();
                var folder = new WorkFolder()) {
            var report = new JobReport(
                    lease,
                    writes,
                    events,
                    metrics,
                    new Checkpoints(blobs, writes, lease),
                    () -> advance(job, lease, JobState.EVALUATING),
                    stop,
                    slot,
                    clock);
            var task = data.training(job, spec, embeddings, folder, starts.files(job.tenant(), spec));
            var trained = training.run(task, report);
            for (var file : trained.files()) {
                shelf.put(lease, folder.path(), file);
            }
            return results(lease, report, trained);
        }
    }

    private Results results(Lease lease, JobReport report, Trained trained) {
        var evaluations = events.ofType(lease.job(), JobReport.EVALUATION);
        var explanations = Explanations.of(RunHistories.of(evaluations, report.alphas()));
        explanations.forEach(sentence -> events.append(lease, "explanation", sentence, Map.of()));
        var details = new LinkedHashMap<>(trained.details());
        details.put("explanations", explanations);
        return new Results(report.results(), explanations, details);
    }

    private void advance(Job job, Lease lease, JobState stage) {
        if (JobLifecycle.ahead(job.state(), stage)) {
            writes.advance(lease, stage);
        }
    }
}
