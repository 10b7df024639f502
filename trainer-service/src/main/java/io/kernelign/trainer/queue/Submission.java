package io.kernelign.trainer.queue;

import io.kernelign.contracts.DatasetRef;
import io.kernelign.contracts.JobEstimate;
import io.kernelign.contracts.JobRequest;
import io.kernelign.contracts.PilotEstimate;
import io.kernelign.contracts.WebhookView;
import io.kernelign.input.InvalidInputException;
import io.kernelign.service.blob.BlobStore;
import io.kernelign.service.problem.ConflictException;
import io.kernelign.trainer.adapter.AdapterStart;
import io.kernelign.trainer.evaluation.BenchmarkSets;
import io.kernelign.trainer.job.Job;
import io.kernelign.trainer.job.JobChange;
import io.kernelign.trainer.job.JobChanges;
import io.kernelign.trainer.job.JobData;
import io.kernelign.trainer.job.Jobs;
import io.kernelign.trainer.model.BaseModels;
import io.kernelign.trainer.spec.JobSpec;
import io.kernelign.trainer.spec.JobSpecType;
import io.kernelign.trainer.spec.Webhook;
import io.kernelign.trainer.training.Training;
import io.kernelign.trainer.training.TrainingCost;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Turns a request into a queued job, or into the list of everything that is wrong with it and nothing else. */
@Component
public class Submission {

    private static final String UNKNOWN =
            " is not here yet: the job would fetch it first, and what it costs is known then";

    private final BaseModels models;
    private final JobSpecType specs;
    private final AdapterStart starts;
    private final DatasetCheck datasets;
    private final BenchmarkSets benchmarks;
    private final BlobStore blobs;
    private final Training training;
    private final Jobs jobs;
    private final JobChanges changes;
    private final JobQueue queue;
    private final Submissions submissions;
    private final Clock clock;

    Submission(
            BaseModels models,
            JobSpecType specs,
            AdapterStart starts,
            DatasetCheck datasets,
            BenchmarkSets benchmarks,
            BlobStore blobs,
            Training training,
            Jobs jobs,
            JobChanges changes,
            JobQueue queue,
            Submissions submissions,
            Clock clock) {
        this.models = models;
        this.specs = specs;
        this.starts = starts;
        this.datasets = datasets;
        this.benchmarks = benchmarks;
        this.blobs = blobs;
        this.training = training;
        this.jobs = jobs;
        this.changes = changes;
        this.queue = queue;
        this.submissions = submissions;
        this.clock = clock;
    }

    /** A request that can be accepted. */
    public record Accepted(String tenant, JobSpec spec, JobRequest request) {}

    /**
     * @return the id of the job, which the same request may have made before
     * @throws InvalidInputException when the spec or its data sets cannot be accepted
     * @throws ConflictException when it cannot fit this worker's memory or disk, or its key belongs to another request
     */
    public String submit(Submitter submitter, JobRequest request) {
        return submissions.earlier(submitter, request.spec()).orElseGet(() -> {
            var accepted = accept(submitter.tenant(), request);
            requireRoom(accepted);
            return submissions.once(
                    submitter, request.spec(), () -> queue(accepted).id());
        });
    }

    /** @throws InvalidInputException when the spec or its data sets cannot be accepted */
    public Accepted accept(String tenant, JobRequest request) {
        return new Accepted(tenant, check(tenant, request), request);
    }

    /** @throws ConflictException when it cannot fit this worker's memory or disk */
    public void requireRoom(Accepted accepted) {
        cost(accepted.spec(), data(accepted.request())).ifPresent(Submission::requireRoom);
    }

    /**
     * Keeps what it names from being deleted until the current transaction, which records it, has ended.
     *
     * @throws InvalidInputException when some of that has been deleted
     */
    public void hold(Accepted accepted) {
        benchmarks.hold(accepted.tenant(), accepted.spec().benchmarks());
    }

    /** Queues it within the current transaction. */
    public Job queue(Accepted accepted) {
        var spec = accepted.spec();
        var request = accepted.request();
        hold(accepted);
        var name =
                spec.name() == null ? spec.model() + " on " + request.dataset().name() : spec.name();
        var draft = new Job.Draft(
                name,
                spec.model(),
                specs.write(spec),
                spec.priority(),
                spec.tags(),
                spec.webhook().map(Submission::hook));
        var written = new LinkedHashMap<>(request.spec());
        written.remove(JobSpecType.WEBHOOK);
        var job = jobs.saveAndFlush(Job.queued(accepted.tenant(), draft, data(request), written, clock.instant()));
        changes.tell(job.id(), JobChange.QUEUED, "The job is queued.");
        queue.add(job.id());
        return job;
    }

    private static Job.Hook hook(Webhook webhook) {
        return new Job.Hook(new WebhookView(webhook.url().toString(), webhook.events()), webhook.secret());
    }

    /** The same checks, and what the job would cost. */
    public JobEstimate estimate(String tenant, JobRequest request) {
        var spec = check(tenant, request);
        var plain = specs.write(spec);
        return cost(spec, data(request))
                .map(cost -> new JobEstimate(
                        plain,
                        cost.memory().bytes(),
                        cost.memory(),
                        cost.tokens(),
                        cost.steps(),
                        cost.seconds(),
                        pilot(spec, cost),
                        cost.refusal().orElse(null)))
                .orElseGet(() -> new JobEstimate(plain, null, null, null, null, null, null, spec.model() + UNKNOWN));
    }

    private static PilotEstimate pilot(JobSpec spec, TrainingCost cost) {
        return spec.pilot()
                .map(pilot -> new PilotEstimate(
                        pilot.candidates(),
                        pilot.budget(),
                        Math.round(pilot.budget() * cost.tokens()),
                        Math.round(pilot.budget() * cost.seconds())))
                .orElse(null);
    }

    private static void requireRoom(TrainingCost cost) {
        if (cost.refusal().isPresent()) {
            throw new ConflictException(cost.refusal().get(), Map.of("memory", cost.memory()));
        }
    }

    /** Empty while its model has to be fetched. */
    private Optional<TrainingCost> cost(JobSpec spec, JobData data) {
        if (models.find(spec.model()).isEmpty()) {
            return Optional.empty();
        }
        try {
            var evaluation = data.evaluation() == null ? Optional.<Path>empty() : Optional.of(local(data.evaluation()));
            return Optional.of(training.cost(spec, data.trainPairs(spec.fold()), local(data.training()), evaluation));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path local(DatasetRef dataset) throws IOException {
        return blobs.localPath(dataset.pairsKey());
    }

    private static JobData data(JobRequest request) {
        return new JobData(request.dataset(), request.evalDataset());
    }

    private JobSpec check(String tenant, JobRequest request) {
        var spec = starts.settled(tenant, specs.read(request.spec()), request.spec());
        datasets.check(spec, data(request));
        return spec.asking(benchmarks.settled(tenant, "evaluation.benchmarks", spec.benchmarks()));
    }
}
