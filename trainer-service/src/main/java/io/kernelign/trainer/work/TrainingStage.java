package io.kernelign.trainer.work;

import io.kernelign.contracts.JobState;
import io.kernelign.service.blob.BlobStore;
import io.kernelign.trainer.job.Job;
import io.kernelign.trainer.job.JobEvents;
import io.kernelign.trainer.job.JobLifecycle;
import io.kernelign.trainer.job.JobWrites;
import io.kernelign.trainer.job.Lease;
import io.kernelign.trainer.spec.JobSpec;
import io.kernelign.trainer.spec.ModelCatalogue;
import io.kernelign.trainer.training.Trained;
import io.kernelign.trainer.training.Training;
import io.kernelign.trainer.training.TrainingTask;
import java.io.IOException;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** The stages {@code training} and {@code evaluating}: gives the job to the training library and keeps what it makes. */
@Component
class TrainingStage {

    private final Training training;
    private final ModelCatalogue models;
    private final BlobStore blobs;
    private final ArtifactShelf shelf;
    private final JobWrites writes;
    private final JobEvents events;
    private final Clock clock;

    TrainingStage(
            Training training,
            ModelCatalogue models,
            BlobStore blobs,
            ArtifactShelf shelf,
            JobWrites writes,
            JobEvents events,
            Clock clock) {
        this.training = training;
        this.models = models;
        this.blobs = blobs;
        this.shelf = shelf;
        this.writes = writes;
        this.events = events;
        this.clock = clock;
    }

    Trained run(Job job, Lease lease, JobSpec spec, MetricsOutbox metrics, StopSignal stop) throws IOException {
        advance(job, lease, JobState.TRAINING);
        var checkpoints = new Checkpoints(blobs, writes, lease);
        var report = new JobReport(
                lease,
                writes,
                events,
                metrics,
                checkpoints,
                () -> advance(job, lease, JobState.EVALUATING),
                stop,
                clock);
        try (var folder = new WorkFolder()) {
            var task = new TrainingTask(
                    spec,
                    models.folder(spec.model()),
                    blobs.localPath(job.dataset().pairsKey()),
                    folder.path(),
                    job.checkpointKey() == null ? null : blobs.localPath(job.checkpointKey()));
            var trained = training.run(task, report);
            for (var file : trained.files()) {
                shelf.put(lease, file);
            }
            return trained;
        }
    }

    private void advance(Job job, Lease lease, JobState stage) {
        if (JobLifecycle.ahead(job.state(), stage)) {
            writes.advance(lease, stage);
        }
    }
}
