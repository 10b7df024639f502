package io.kernelign.trainer.work;

import io.kernelign.contracts.RecommendationView;
import io.kernelign.objective.Objective;
import io.kernelign.service.blob.BlobStore;
import io.kernelign.trainer.adapter.AdapterStart;
import io.kernelign.trainer.job.Job;
import io.kernelign.trainer.job.JobEvents;
import io.kernelign.trainer.job.JobWrites;
import io.kernelign.trainer.job.Lease;
import io.kernelign.trainer.job.PilotRecord;
import io.kernelign.trainer.spec.JobSpec;
import io.kernelign.trainer.spec.JobSpecType;
import io.kernelign.trainer.spec.PilotSettings;
import io.kernelign.trainer.training.PilotTraining;
import io.kernelign.trainer.training.Training;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * The part of the stage {@code selecting} that measures: races the candidates of a recommendation and lets the job go on
 * from where the winner stands.
 */
@Component
class PilotStage {

    private static final Duration CURVES_BEFORE_CHECKPOINT = Duration.ofSeconds(5);

    private final Training training;
    private final JobFiles data;
    private final AdapterStart starts;
    private final JobSpecType specs;
    private final BlobStore blobs;
    private final JobWrites writes;
    private final JobEvents events;
    private final Clock clock;

    PilotStage(
            Training training,
            JobFiles data,
            AdapterStart starts,
            JobSpecType specs,
            BlobStore blobs,
            JobWrites writes,
            JobEvents events,
            Clock clock) {
        this.training = training;
        this.data = data;
        this.starts = starts;
        this.specs = specs;
        this.blobs = blobs;
        this.writes = writes;
        this.events = events;
        this.clock = clock;
    }

    /**
     * The spec with the objective that wins; its pilot is the job's first checkpoint.
     *
     * @param embeddings what the candidates' external semantic signal reads
     */
    JobSpec race(
            Job job,
            JobSpec spec,
            RecommendationView recommendation,
            JobEmbeddings embeddings,
            Lease lease,
            MetricsOutbox metrics,
            StopSignal stop)
            throws IOException, InterruptedException {
        var settings = spec.pilot().orElseThrow();
        var files = new PilotFiles(blobs, lease);
        var report =
                new PilotReport(begun(job, spec, settings, recommendation), lease, writes, events, files, stop, clock);
        try (var folder = new WorkFolder()) {
            var task = data.training(job, spec, embeddings, folder, starts.files(job.tenant(), spec));
            training.race(new PilotTraining(task, objectives(spec, report.pilot()), settings.budget()), report);
        }
        return settled(job, spec, report, lease, metrics);
    }

    private PilotRecord begun(Job job, JobSpec spec, PilotSettings settings, RecommendationView recommendation) {
        return job.pilot() != null
                ? job.pilot()
                : PilotRecord.of(
                        PilotCandidates.of(recommendation, settings.candidates()),
                        settings.budget(),
                        spec.training().seed());
    }

    private List<Objective> objectives(JobSpec spec, PilotRecord pilot) {
        return pilot.candidates().stream()
                .map(candidate ->
                        specs.chosen(spec, candidate.objective()).objective().orElseThrow())
                .toList();
    }

    /** The spec comes last: until it is written the race is found as it ended, and all of this is done again. */
    private JobSpec settled(Job job, JobSpec spec, PilotReport report, Lease lease, MetricsOutbox metrics)
            throws IOException, InterruptedException {
        var pilot = report.pilot();
        var winner = pilot.winner();
        var chosen = specs.chosen(spec, pilot.candidates().get(winner).objective());
        var files = new PilotFiles(blobs, lease);
        if (pilot.latest(winner).isPresent()) {
            metrics.open(MetricsOutboxes.opening(job, lease, chosen));
            metrics.add(report.beginning());
            for (var trial : pilot.of(winner)) {
                metrics.add(files.curves(trial));
            }
            metrics.flushUnlessAway(CURVES_BEFORE_CHECKPOINT);
            handOver(pilot, winner, files, lease);
        }
        writes.spec(lease, specs.write(chosen));
        PilotFiles.deleteAll(blobs, job.id());
        return chosen;
    }

    private void handOver(PilotRecord pilot, int winner, PilotFiles files, Lease lease) throws IOException {
        var last = pilot.latest(winner).orElseThrow();
        var steps = pilot.plan().rungs().get(last.rung()).steps();
        try (var folder = new WorkFolder()) {
            var copy = Files.copy(files.checkpoint(last), folder.path().resolve("checkpoint"));
            new Checkpoints(blobs, writes, lease).store(steps, copy);
        }
    }
}
