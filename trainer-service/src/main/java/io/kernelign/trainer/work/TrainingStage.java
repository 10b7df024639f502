package io.kernelign.trainer.work;

import io.kernelign.contracts.DatasetRef;
import io.kernelign.contracts.JobState;
import io.kernelign.service.blob.BlobStore;
import io.kernelign.trainer.adapter.AdapterStart;
import io.kernelign.trainer.job.Job;
import io.kernelign.trainer.job.JobData;
import io.kernelign.trainer.job.JobEvents;
import io.kernelign.trainer.job.JobLifecycle;
import io.kernelign.trainer.job.JobWrites;
import io.kernelign.trainer.job.Lease;
import io.kernelign.trainer.spec.JobSpec;
import io.kernelign.trainer.training.JobTraining;
import io.kernelign.trainer.training.PairFile;
import io.kernelign.trainer.training.Training;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The stages {@code training} and {@code evaluating}: gives the job to the training library and keeps what it makes. */
@Component
class TrainingStage {

    private final Training training;
    private final AdapterStart starts;
    private final BlobStore blobs;
    private final ArtifactShelf shelf;
    private final JobWrites writes;
    private final JobEvents events;
    private final Clock clock;

    TrainingStage(
            Training training,
            AdapterStart starts,
            BlobStore blobs,
            ArtifactShelf shelf,
            JobWrites writes,
            JobEvents events,
            Clock clock) {
        this.training = training;
        this.starts = starts;
        this.blobs = blobs;
        this.shelf = shelf;
        this.writes = writes;
        this.events = events;
        this.clock = clock;
    }

    /** What was measured last, and what else is to be told of the training. */
    record Results(Map<String, Double> values, Map<String, Object> details) {}

    /** @param embeddings what an external semantic signal reads */
    Results run(Job job, Lease lease, JobSpec spec, JobEmbeddings embeddings, MetricsOutbox metrics, StopSignal stop)
            throws IOException, InterruptedException {
        advance(job, lease, JobState.TRAINING);
        var report = new JobReport(
                lease,
                writes,
                events,
                metrics,
                new Checkpoints(blobs, writes, lease),
                () -> advance(job, lease, JobState.EVALUATING),
                stop,
                clock);
        try (var folder = new WorkFolder()) {
            var task = new JobTraining(
                    spec,
                    pairs(job.data().training(), embeddings.training()),
                    heldOut(job.data(), embeddings),
                    folder.path(),
                    starts.files(job.tenant(), spec),
                    checkpoint(job.checkpointKey()));
            var trained = training.run(task, report);
            for (var file : trained.files()) {
                shelf.put(lease, folder.path(), file);
            }
            return new Results(report.results(), trained.details());
        }
    }

    private Optional<PairFile> heldOut(JobData data, JobEmbeddings embeddings) throws IOException {
        return data.evaluation() == null
                ? Optional.empty()
                : Optional.of(pairs(data.evaluation(), embeddings.evaluation()));
    }

    private PairFile pairs(DatasetRef dataset, Optional<Path> embeddings) throws IOException {
        return new PairFile(blobs.localPath(dataset.pairsKey()), embeddings);
    }

    private Optional<Path> checkpoint(String key) throws IOException {
        return key == null ? Optional.empty() : Optional.of(blobs.localPath(key));
    }

    private void advance(Job job, Lease lease, JobState stage) {
        if (JobLifecycle.ahead(job.state(), stage)) {
            writes.advance(lease, stage);
        }
    }
}
