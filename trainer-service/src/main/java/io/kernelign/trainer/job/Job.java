package io.kernelign.trainer.job;

import io.kernelign.contracts.DatasetRef;
import io.kernelign.contracts.JobProgress;
import io.kernelign.contracts.JobState;
import io.kernelign.contracts.JobView;
import io.kernelign.contracts.QueuePlace;
import io.kernelign.contracts.WebhookView;
import io.kernelign.service.page.Cursor;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.hibernate.annotations.DynamicInsert;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** The record of a job. Written once here; every later change is a fenced statement of {@link JobWrites}. */
@Entity
@Immutable
@DynamicInsert
public class Job {

    @Id
    private String id;

    private String tenant;
    private String name;
    private String model;
    private String datasetId;

    @JdbcTypeCode(SqlTypes.JSON)
    private DatasetRef dataset;

    private String evalDatasetId;

    @JdbcTypeCode(SqlTypes.JSON)
    private DatasetRef evalDataset;

    @JdbcTypeCode(SqlTypes.JSON)
    private Map<String, Object> request;

    @JdbcTypeCode(SqlTypes.JSON)
    private Map<String, Object> spec;

    @JdbcTypeCode(SqlTypes.JSON)
    private Map<String, String> tags;

    private JobState state;
    private int priority;
    private boolean paused;
    private int attempt;
    private String worker;
    private long step;
    private long totalSteps;
    private Double loss;
    private Double accuracy;
    private Long secondsLeft;
    private String checkpointKey;
    private String recommendationId;

    @JdbcTypeCode(SqlTypes.JSON)
    private PilotRecord pilot;

    @JdbcTypeCode(SqlTypes.JSON)
    private WebhookView webhook;

    private String webhookSecret;
    private String error;
    private Instant createdAt;
    private Instant startedAt;
    private Instant finishedAt;

    protected Job() {}

    /**
     * A new job.
     *
     * @param request the spec as the user wrote it
     * @param spec the same with every default filled in
     */
    public static Job queued(String tenant, Draft draft, JobData data, Map<String, Object> request, Instant now) {
        var job = new Job();
        job.id = Ids.next("job");
        job.tenant = tenant;
        job.name = draft.name();
        job.model = draft.model();
        job.datasetId = data.training().id();
        job.dataset = data.training();
        if (data.evaluation() != null) {
            job.evalDatasetId = data.evaluation().id();
            job.evalDataset = data.evaluation();
        }
        job.request = request;
        job.spec = draft.spec();
        job.tags = draft.tags();
        job.priority = draft.priority();
        draft.webhook().ifPresent(hook -> {
            job.webhook = hook.view();
            job.webhookSecret = hook.secret();
        });
        job.state = JobState.QUEUED;
        job.createdAt = now;
        return job;
    }

    /** What a checked spec says about its job. */
    public record Draft(
            String name,
            String model,
            Map<String, Object> spec,
            int priority,
            Map<String, String> tags,
            Optional<Hook> webhook) {}

    /** @param secret that signs what is told */
    public record Hook(WebhookView view, String secret) {

        /** Without the secret. */
        @Override
        public String toString() {
            return view.toString();
        }
    }

    public String id() {
        return id;
    }

    public String tenant() {
        return tenant;
    }

    public String name() {
        return name;
    }

    public JobState state() {
        return state;
    }

    public DatasetRef dataset() {
        return dataset;
    }

    public JobData data() {
        return new JobData(dataset, evalDataset);
    }

    /** The spec as its user wrote it. */
    public Map<String, Object> request() {
        return request;
    }

    /** The resolved spec. */
    public Map<String, Object> spec() {
        return spec;
    }

    public Map<String, String> tags() {
        return tags;
    }

    /** Blob key of the checkpoint to go on from; {@code null} before the first. */
    public String checkpointKey() {
        return checkpointKey;
    }

    /** The recommendation that was asked for; {@code null} when there is none. */
    public String recommendationId() {
        return recommendationId;
    }

    /** The race that chooses its objective; {@code null} when there is none, or none yet. */
    public PilotRecord pilot() {
        return pilot;
    }

    /** Who is told what becomes of it; empty for nobody. */
    public Optional<WebhookView> webhook() {
        return Optional.ofNullable(webhook);
    }

    /** Its place in a listing. */
    public Cursor cursor() {
        return new Cursor(createdAt, id);
    }

    /** Whether it may wait for a worker: it has not ended, nobody has it, and it does not rest. */
    public boolean waits() {
        return !state.ended() && worker == null && !paused;
    }

    /** The job as other services see it, but for its place in the queue. */
    public JobView view() {
        return view(null);
    }

    /**
     * The job as other services see it.
     *
     * @param place {@code null} where it does not wait
     */
    public JobView view(QueuePlace place) {
        return new JobView(
                id,
                name,
                state,
                paused,
                place,
                model,
                datasetId,
                spec,
                new JobProgress(step, totalSteps, loss, accuracy, secondsLeft),
                attempt,
                recommendationId,
                pilot == null ? null : PilotViews.of(pilot),
                webhook,
                error,
                tags,
                createdAt,
                startedAt,
                finishedAt);
    }
}
