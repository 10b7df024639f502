package io.kernelign.trainer.evaluation;

import io.kernelign.contracts.ArtifactView;
import io.kernelign.contracts.BenchmarkScore;
import io.kernelign.contracts.TaskState;
import io.kernelign.trainer.job.StaleWorkerException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the worker that holds an evaluation writes to its record. Every statement names the attempt; when another attempt has
 * taken it nothing is written and {@link StaleWorkerException} tells the worker to stop.
 */
@Repository
public class EvaluationWrites {

    private final JdbcClient jdbc;
    private final EvaluationAnswers answers;
    private final JsonMapper json;
    private final Clock clock;

    EvaluationWrites(JdbcClient jdbc, EvaluationAnswers answers, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.answers = answers;
        this.json = json;
        this.clock = clock;
    }

    /** Whether somebody wishes to cancel it. */
    public boolean cancelRequested(Hold hold) {
        return statement("select cancel_requested from evaluation where id = :id and attempt = :attempt", hold)
                .query(Boolean.class)
                .optional()
                .orElseThrow(() -> stale(hold));
    }

    /** Replaces the spec, once a model of the hub is here. */
    void model(Hold hold, String model, Map<String, Object> spec) {
        require(
                hold,
                fenced(hold, "model = :model, spec = cast(:spec as jsonb)")
                        .param("model", model)
                        .param("spec", json.writeValueAsString(spec))
                        .update());
    }

    /**
     * Begins with a model, or goes on with it: answers of other weights are dropped.
     *
     * @param step {@code null} for a base model
     * @param questions that are asked in all
     */
    @Transactional
    void begin(Hold hold, String identity, Long step, int questions) {
        var before = statement("select identity from evaluation where id = :id and attempt = :attempt", hold)
                .query((row, number) -> Optional.ofNullable(row.getString("identity")))
                .optional()
                .orElseThrow(() -> stale(hold));
        if (!before.equals(Optional.of(identity))) {
            answers.drop(hold.evaluation());
        }
        require(
                hold,
                fenced(hold, "identity = :identity, step = :step, questions = :questions")
                        .param("identity", identity)
                        .param("step", step)
                        .param("questions", questions)
                        .update());
    }

    /**
     * Keeps answers.
     *
     * @param total how many there are now
     * @param secondsLeft {@code null} while that is not known
     */
    @Transactional
    void answered(Hold hold, String benchmark, List<Answered> answers, int total, Long secondsLeft) {
        require(
                hold,
                fenced(hold, "answered = :total, seconds_left = :left")
                        .param("total", total)
                        .param("left", secondsLeft)
                        .update());
        this.answers.add(hold.evaluation(), benchmark, answers);
    }

    /** Keeps the figures of the benchmarks that have ended, and their files. */
    void scored(Hold hold, List<BenchmarkScore> scores, List<ArtifactView> artifacts) {
        require(
                hold,
                fenced(hold, "scores = cast(:scores as jsonb), artifacts = cast(:artifacts as jsonb)")
                        .param("scores", json.writeValueAsString(scores))
                        .param("artifacts", json.writeValueAsString(artifacts))
                        .update());
    }

    /**
     * Ends it and gives it back.
     *
     * @param error why it failed; {@code null} when it did not
     */
    public void end(Hold hold, TaskState state, String error) {
        require(
                hold,
                fenced(hold, "state = :state, error = :error, finished_at = :now, seconds_left = null, worker = null")
                        .param("state", state.json())
                        .param("error", error)
                        .param("now", OffsetDateTime.now(clock))
                        .update());
    }

    /** Gives it back before its end, for another worker to go on. */
    public void release(Hold hold) {
        require(hold, fenced(hold, "worker = null").update());
    }

    private StatementSpec fenced(Hold hold, String set) {
        return statement(
                "update evaluation set " + set + " where id = :id and attempt = :attempt and finished_at is null",
                hold);
    }

    private StatementSpec statement(String sql, Hold hold) {
        return jdbc.sql(sql).param("id", hold.evaluation()).param("attempt", hold.attempt());
    }

    private static void require(Hold hold, int written) {
        if (written == 0) {
            throw stale(hold);
        }
    }

    private static StaleWorkerException stale(Hold hold) {
        return new StaleWorkerException(hold.evaluation(), hold.attempt());
    }
}
