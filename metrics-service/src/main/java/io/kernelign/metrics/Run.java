package io.kernelign.metrics;

import io.kernelign.contracts.Comparison;
import io.kernelign.contracts.CurveSummary;
import io.kernelign.contracts.RunOpening;
import io.kernelign.contracts.RunOutcome;
import io.kernelign.contracts.RunView;
import io.kernelign.service.page.Cursor;
import io.kernelign.service.problem.ConflictException;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** One training run as its latest attempt has described it. */
@Entity
@IdClass(RunKey.class)
class Run {

    private static final String RUNNING = "running";

    @Id
    private String tenant;

    @Id
    private String id;

    private String name;
    private String model;
    private String datasetId;
    private String datasetName;
    private String state = RUNNING;
    private int attempt;

    @JdbcTypeCode(SqlTypes.JSON)
    private Map<String, Object> objective = Map.of();

    @JdbcTypeCode(SqlTypes.JSON)
    private Map<String, String> tags = Map.of();

    @JdbcTypeCode(SqlTypes.JSON)
    private Map<String, Object> details = Map.of();

    private Instant createdAt;
    private Instant finishedAt;
    private Instant thinnedAt;

    protected Run() {}

    Run(RunKey key, Instant createdAt) {
        this.tenant = key.tenant();
        this.id = key.id();
        this.createdAt = createdAt;
    }

    /** Starts an attempt; repeating it changes nothing. */
    void open(RunOpening opening) {
        if (opening.attempt() < attempt) {
            throw fenced(opening.attempt(), attempt);
        }
        if (opening.attempt() == attempt) {
            return;
        }
        attempt = opening.attempt();
        name = opening.name();
        model = opening.model();
        datasetId = opening.datasetId();
        datasetName = opening.datasetName();
        objective = Storable.of(opening.objective());
        tags = Storable.of(opening.tags());
        state = RUNNING;
        details = Map.of();
        finishedAt = null;
        thinnedAt = null;
    }

    /** Ends the run, on behalf of the attempt that writes it. */
    void close(RunOutcome outcome, Instant now) {
        if (outcome.attempt() != attempt) {
            throw fenced(outcome.attempt(), attempt);
        }
        state = outcome.state();
        details = Storable.of(outcome.details());
        finishedAt = now;
    }

    static ConflictException fenced(int attempt, int current) {
        return new ConflictException("Attempt " + attempt + " may not write: the run is in attempt " + current + ".");
    }

    RunView view(List<CurveSummary> curves) {
        return new RunView(
                id,
                name,
                model,
                datasetId,
                datasetName,
                state,
                attempt,
                objective,
                tags,
                details,
                curves,
                createdAt,
                finishedAt);
    }

    Comparison.Run compared() {
        return new Comparison.Run(
                id, name, model, datasetId, datasetName, state, objective, tags, createdAt, finishedAt);
    }

    Cursor cursor() {
        return new Cursor(createdAt, id);
    }
}
