package io.kernelign.trainer.web;

import io.kernelign.contracts.ArtifactView;
import io.kernelign.contracts.JobEstimate;
import io.kernelign.contracts.JobEvent;
import io.kernelign.contracts.JobRequest;
import io.kernelign.contracts.JobState;
import io.kernelign.contracts.JobView;
import io.kernelign.contracts.ModelView;
import io.kernelign.contracts.Page;
import io.kernelign.contracts.PsiCurve;
import io.kernelign.contracts.TokenReport;
import io.kernelign.contracts.TokenReportRequest;
import io.kernelign.contracts.TrainerApi;
import io.kernelign.lm.ModelSummary;
import io.kernelign.lm.Models;
import io.kernelign.objective.Catalogue;
import io.kernelign.service.page.Cursor;
import io.kernelign.service.page.Pages;
import io.kernelign.service.problem.NotFoundException;
import io.kernelign.trainer.benchmark.BenchmarkLibrary;
import io.kernelign.trainer.job.Artifacts;
import io.kernelign.trainer.job.Job;
import io.kernelign.trainer.job.JobCancellation;
import io.kernelign.trainer.job.JobEvents;
import io.kernelign.trainer.job.JobPause;
import io.kernelign.trainer.job.Jobs;
import io.kernelign.trainer.queue.JobQueue;
import io.kernelign.trainer.queue.QueuePlaces;
import io.kernelign.trainer.queue.Retries;
import io.kernelign.trainer.queue.Submission;
import io.kernelign.trainer.queue.Submitter;
import io.kernelign.trainer.spec.JobSpecType;
import io.kernelign.trainer.spec.PsiCurves;
import io.kernelign.trainer.training.TokenReports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.springframework.data.domain.Limit;
import org.springframework.web.bind.annotation.RestController;

@RestController
class TrainerController implements TrainerApi {

    private static final int MOST_EVENTS = 10_000;

    private final Submission submission;
    private final Jobs jobs;
    private final JobCancellation cancellation;
    private final JobPause pause;
    private final Retries retries;
    private final JobQueue queue;
    private final QueuePlaces places;
    private final JobEvents events;
    private final Artifacts artifacts;
    private final BenchmarkLibrary benchmarks;
    private final Models models;
    private final JobSpecType specs;
    private final TokenReports tokens;

    TrainerController(
            Submission submission,
            Jobs jobs,
            JobCancellation cancellation,
            JobPause pause,
            Retries retries,
            JobQueue queue,
            QueuePlaces places,
            JobEvents events,
            Artifacts artifacts,
            BenchmarkLibrary benchmarks,
            Models models,
            JobSpecType specs,
            TokenReports tokens) {
        this.submission = submission;
        this.jobs = jobs;
        this.cancellation = cancellation;
        this.pause = pause;
        this.retries = retries;
        this.queue = queue;
        this.places = places;
        this.events = events;
        this.artifacts = artifacts;
        this.benchmarks = benchmarks;
        this.models = models;
        this.specs = specs;
        this.tokens = tokens;
    }

    @Override
    public JobView create(String tenant, String key, boolean again, JobRequest request) {
        return view(tenant, submission.submit(new Submitter(tenant, key, again), request));
    }

    @Override
    public JobEstimate estimate(String tenant, JobRequest request) {
        return submission.estimate(tenant, request);
    }

    @Override
    public JobView job(String tenant, String id) {
        return view(tenant, id);
    }

    @Override
    public Page<JobView> jobs(String tenant, String state, String datasetId, String cursor, int limit) {
        var after = Cursor.read(cursor);
        var most = Limit.of(Pages.lookup(limit));
        var found = jobs.olderThan(tenant, StateParameter.read(state), datasetId, after.at(), after.id(), most);
        var standing = places.of(found);
        return Pages.of(found, limit, job -> job.view(standing.get(job.id())), Job::cursor);
    }

    @Override
    public long unfinishedJobs(String tenant) {
        return jobs.countByTenantAndStateIn(tenant, JobState.unfinished());
    }

    @Override
    public JobView cancel(String tenant, String id) {
        cancellation.cancel(find(tenant, id).id());
        return view(tenant, id);
    }

    @Override
    public JobView pause(String tenant, String id) {
        pause.pause(find(tenant, id).id());
        return view(tenant, id);
    }

    @Override
    public JobView resume(String tenant, String id) {
        pause.resume(find(tenant, id).id());
        queue.wake(id);
        return view(tenant, id);
    }

    @Override
    public JobView retry(String tenant, String id) {
        retries.retry(find(tenant, id).id());
        return view(tenant, id);
    }

    @Override
    public List<JobEvent> events(String tenant, String id, long after, int limit) {
        return events.after(find(tenant, id).id(), after, Pages.within(limit, MOST_EVENTS));
    }

    @Override
    public List<JobEvent> newestEvents(String tenant, String id, String type, long before, int limit) {
        return events.before(find(tenant, id).id(), type, before, limit);
    }

    @Override
    public List<ArtifactView> artifacts(String tenant, String id) {
        return artifacts.of(find(tenant, id).id());
    }

    @Override
    public long storedBytes(String tenant) {
        return artifacts.bytes(tenant) + benchmarks.bytes(tenant);
    }

    @Override
    public Map<String, Object> jobSchema(String tenant) {
        return specs.jsonSchema();
    }

    @Override
    public List<ModelView> models(String tenant) {
        return models.list().stream().map(TrainerController::view).toList();
    }

    @Override
    public Map<String, Object> objectives(String tenant) {
        return Catalogue.asMap();
    }

    @Override
    public PsiCurve psi(String tenant, Map<String, Object> objective) {
        return PsiCurves.of(objective);
    }

    @Override
    public TokenReport tokenReport(String tenant, TokenReportRequest request) {
        try {
            return tokens.of(request);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ModelView view(ModelSummary model) {
        return new ModelView(
                model.name(), model.architecture(), model.parameters(), model.bytes(), model.chatTemplate());
    }

    private JobView view(String tenant, String id) {
        var job = find(tenant, id);
        return job.view(places.of(List.of(job)).get(id));
    }

    private Job find(String tenant, String id) {
        return jobs.findByIdAndTenant(id, tenant).orElseThrow(() -> new NotFoundException("job", id));
    }
}
