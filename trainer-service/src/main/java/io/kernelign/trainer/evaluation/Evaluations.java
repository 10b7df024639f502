package io.kernelign.trainer.evaluation;

import io.kernelign.contracts.ArtifactView;
import io.kernelign.contracts.BenchmarkScore;
import io.kernelign.contracts.TaskState;
import io.kernelign.service.page.Cursor;
import io.kernelign.trainer.job.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The evaluations there are; one of another tenant is as one that does not exist. */
@Repository
public class Evaluations {

    private static final TypeReference<Map<String, Object>> SPEC = new TypeReference<>() {};
    private static final TypeReference<Map<String, String>> TAGS = new TypeReference<>() {};
    private static final TypeReference<List<BenchmarkScore>> SCORES = new TypeReference<>() {};
    private static final TypeReference<List<ArtifactView>> ARTIFACTS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    Evaluations(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /**
     * What an evaluation begins as.
     *
     * @param job {@code null} for a base model alone
     * @param pass {@code null} for one that is not its job's own
     */
    record Draft(
            String tenant,
            String name,
            String model,
            String job,
            Pass pass,
            Map<String, Object> spec,
            Map<String, String> tags) {}

    /** Its id; of one of the same pass of the same job that is there already, nothing is inserted. */
    String insert(Draft draft) {
        var id = Ids.next("eval");
        jdbc.sql("""
                        insert into evaluation (id, tenant, name, model, job, pass, spec, tags, state, created_at)
                        values (:id, :tenant, :name, :model, :job, :pass, cast(:spec as jsonb), cast(:tags as jsonb),
                            'queued', :now)
                        on conflict (job, pass) do nothing""")
                .param("id", id)
                .param("tenant", draft.tenant())
                .param("name", draft.name())
                .param("model", draft.model())
                .param("job", draft.job())
                .param("pass", draft.pass() == null ? null : draft.pass().json())
                .param("spec", json.writeValueAsString(draft.spec()))
                .param("tags", json.writeValueAsString(draft.tags()))
                .param("now", OffsetDateTime.now(clock))
                .update();
        return id;
    }

    public Evaluation get(String id) {
        return jdbc.sql("select * from evaluation where id = :id")
                .param("id", id)
                .query(this::read)
                .single();
    }

    public boolean exists(String id) {
        return jdbc.sql("select exists (select 1 from evaluation where id = :id)")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    Optional<Evaluation> find(String tenant, String id) {
        return jdbc.sql("select * from evaluation where id = :id and tenant = :tenant")
                .param("id", id)
                .param("tenant", tenant)
                .query(this::read)
                .optional();
    }

    /** A job's own. */
    Optional<Evaluation> find(String job, Pass pass) {
        return jdbc.sql("select * from evaluation where job = :job and pass = :pass")
                .param("job", job)
                .param("pass", pass.json())
                .query(this::read)
                .optional();
    }

    /**
     * Newest first, from a place on.
     *
     * @param job {@code null} for those of any
     */
    List<Evaluation> olderThan(String tenant, String job, Cursor place, int limit) {
        return jdbc.sql("""
                        select * from evaluation
                        where tenant = :tenant and (cast(:job as text) is null or job = :job)
                            and (created_at < :at or created_at = :at and id < :id)
                        order by created_at desc, id desc limit :limit""")
                .param("tenant", tenant)
                .param("job", job)
                .param("at", place.at().atOffset(ZoneOffset.UTC))
                .param("id", place.id())
                .param("limit", limit)
                .query(this::read)
                .list();
    }

    /** At once when no worker has it, else by a wish that its worker sees; harmless when it has ended. */
    void cancel(String id) {
        jdbc.sql("""
                        update evaluation set cancel_requested = true,
                            state = case when worker is null then 'cancelled' else state end,
                            finished_at = case when worker is null then :now end
                        where id = :id and finished_at is null""").param("id", id).param("now", OffsetDateTime.now(clock)).update();
    }

    /** Puts a job's own that failed or were cancelled back to where nobody had taken them; their answers stay. */
    void again(String job) {
        jdbc.sql("""
                        update evaluation set state = 'queued', error = null, finished_at = null, cancel_requested = false,
                            deaths = 0, worker = null
                        where job = :job and pass is not null and state in ('failed', 'cancelled')""").param("job", job).update();
    }

    private Evaluation read(ResultSet row, int number) throws SQLException {
        return new Evaluation(
                row.getString("id"),
                row.getString("tenant"),
                row.getString("name"),
                row.getString("model"),
                row.getString("job"),
                row.getString("pass"),
                json.readValue(row.getString("spec"), SPEC),
                json.readValue(row.getString("tags"), TAGS),
                TaskState.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getObject("step", Long.class),
                row.getInt("answered"),
                row.getInt("questions"),
                row.getObject("seconds_left", Long.class),
                json.readValue(row.getString("scores"), SCORES),
                json.readValue(row.getString("artifacts"), ARTIFACTS),
                row.getString("error"),
                instant(row, "created_at"),
                instant(row, "started_at"),
                instant(row, "finished_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
