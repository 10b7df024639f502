package io.kernelign.trainer.sweep;

import io.kernelign.contracts.DatasetRef;
import io.kernelign.contracts.SweepRequest;
import io.kernelign.contracts.TaskState;
import io.kernelign.service.page.Cursor;
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

/** The sweeps there are; one of another tenant is as one that does not exist. */
@Repository
class Sweeps {

    private static final TypeReference<Map<String, Object>> SPEC = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    Sweeps(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    void insert(String id, String tenant, String name, SweepRequest request) {
        jdbc.sql("""
                        insert into sweep (id, tenant, name, spec, dataset, eval_dataset, state, created_at)
                        values (:id, :tenant, :name, cast(:spec as jsonb), cast(:dataset as jsonb),
                            cast(:evalDataset as jsonb), 'queued', :now)""")
                .param("id", id)
                .param("tenant", tenant)
                .param("name", name)
                .param("spec", json.writeValueAsString(request.spec()))
                .param("dataset", json.writeValueAsString(request.dataset()))
                .param(
                        "evalDataset",
                        request.evalDataset() == null ? null : json.writeValueAsString(request.evalDataset()))
                .param("now", now())
                .update();
    }

    Optional<Sweep> find(String id) {
        return jdbc.sql("select * from sweep where id = :id")
                .param("id", id)
                .query(this::read)
                .optional();
    }

    Optional<Sweep> find(String tenant, String id) {
        return find(id).filter(sweep -> sweep.tenant().equals(tenant));
    }

    /** The sweep that a job is work of. */
    Optional<String> ofJob(String job) {
        return jdbc.sql("select sweep from sweep_job where job = :job")
                .param("job", job)
                .query(String.class)
                .optional();
    }

    /** Newest first, from a place on. */
    List<Sweep> olderThan(String tenant, Cursor place, int limit) {
        return jdbc.sql("""
                        select * from sweep
                        where tenant = :tenant and (created_at < :at or created_at = :at and id < :id)
                        order by created_at desc, id desc limit :limit""")
                .param("tenant", tenant)
                .param("at", place.at().atOffset(ZoneOffset.UTC))
                .param("id", place.id())
                .param("limit", limit)
                .query(this::read)
                .list();
    }

    /** Keeps others from changing the sweep until the current transaction ends; answers its state. */
    TaskState lock(String id) {
        return jdbc.sql("select state from sweep where id = :id for update")
                .param("id", id)
                .query((row, number) -> state(row))
                .single();
    }

    /** Goes on to another state, if it may. */
    void advance(String id, TaskState to, String error) {
        jdbc.sql("""
                        update sweep set state = :to, error = :error,
                            started_at = case when :to = 'running' then coalesce(started_at, :now) else started_at end,
                            finished_at = case when :ended then :now else finished_at end
                        where id = :id and state in (:before)""")
                .param("id", id)
                .param("to", to.json())
                .param("error", error)
                .param("now", now())
                .param("ended", to.ended())
                .param(
                        "before",
                        SweepLifecycle.before(to).stream().map(TaskState::json).toList())
                .update();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }

    private Sweep read(ResultSet row, int number) throws SQLException {
        var evaluation = row.getString("eval_dataset");
        return new Sweep(
                row.getString("id"),
                row.getString("tenant"),
                row.getString("name"),
                new SweepRequest(
                        json.readValue(row.getString("spec"), SPEC),
                        json.readValue(row.getString("dataset"), DatasetRef.class),
                        evaluation == null ? null : json.readValue(evaluation, DatasetRef.class)),
                state(row),
                row.getString("error"),
                instant(row, "created_at"),
                instant(row, "started_at"),
                instant(row, "finished_at"));
    }

    private static TaskState state(ResultSet row) throws SQLException {
        return TaskState.valueOf(row.getString("state").toUpperCase(Locale.ROOT));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
