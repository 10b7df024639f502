package io.kernelign.selector.recommendation;

import io.kernelign.contracts.DatasetRef;
import io.kernelign.contracts.RecommendationState;
import io.kernelign.contracts.RecommendationView;
import io.kernelign.input.Types;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A recommendation that was asked for. Each attempt at it fences off the ones before. */
@Entity
class Recommendation {

    @Id
    private String id;

    private String tenant;

    @JdbcTypeCode(SqlTypes.JSON)
    private DatasetRef dataset;

    @JdbcTypeCode(SqlTypes.JSON)
    private Map<String, Object> options;

    private String fingerprint;
    private RecommendationState state = RecommendationState.RUNNING;
    private double progress;
    private int attempt;

    @JdbcTypeCode(SqlTypes.JSON)
    private Findings findings;

    private String error;
    private Instant createdAt;
    private Instant finishedAt;

    protected Recommendation() {}

    Recommendation(
            String id,
            String tenant,
            DatasetRef dataset,
            SelectionOptions options,
            String fingerprint,
            Instant createdAt) {
        this.id = id;
        this.tenant = tenant;
        this.dataset = dataset;
        this.options = options.write();
        this.fingerprint = fingerprint;
        this.createdAt = createdAt;
    }

    String id() {
        return id;
    }

    DatasetRef dataset() {
        return dataset;
    }

    SelectionOptions options() {
        return SelectionOptions.stored(options);
    }

    boolean running() {
        return state == RecommendationState.RUNNING;
    }

    boolean cancelled() {
        return state == RecommendationState.CANCELLED;
    }

    int begin() {
        progress = 0;
        return ++attempt;
    }

    void progress(int by, double share) {
        fence(by);
        progress = share;
    }

    void succeed(int by, Findings found, Instant now) {
        fence(by);
        state = RecommendationState.SUCCEEDED;
        progress = 1;
        findings = found;
        finishedAt = now;
    }

    void fail(int by, String sentence, Instant now) {
        fence(by);
        state = RecommendationState.FAILED;
        error = sentence;
        finishedAt = now;
    }

    /** Takes the answer to a request with the same fingerprint. */
    void repeat(Recommendation same, Instant now) {
        succeed(attempt, same.findings, now);
    }

    /** Fences off whoever works on it; nothing when the end is reached already. */
    void cancel(Instant now) {
        if (running()) {
            state = RecommendationState.CANCELLED;
            finishedAt = now;
        }
    }

    private void fence(int by) {
        if (by != attempt || !running()) {
            throw new StaleAttemptException(id, by, attempt);
        }
    }

    RecommendationView view() {
        var found = Objects.requireNonNullElse(findings, Findings.NONE);
        var asked = options();
        return new RecommendationView(
                id,
                dataset.id(),
                state,
                progress,
                asked.encoder(),
                asked.model().orElse(null),
                Objects.requireNonNullElse(found.thresholds(), Types.nameOf(asked.thresholds())),
                found.pairsUsed(),
                found.sampling(),
                found.metrics(),
                found.kernelTrace(),
                found.divergenceTrace(),
                found.stability(),
                found.candidates(),
                found.objective(),
                found.reasons(),
                found.alternatives(),
                found.warnings(),
                found.embeddingsKey(),
                found.embeddingFit(),
                error,
                createdAt,
                finishedAt);
    }
}
