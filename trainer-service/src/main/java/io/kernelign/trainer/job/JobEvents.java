package io.kernelign.trainer.job;

import io.kernelign.contracts.JobEvent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The log of each job. The job's own row gives out the ids, so they have no gaps and concurrent writers no conflict. */
@Repository
public class JobEvents {

    private static final TypeReference<Map<String, Object>> DATA = new TypeReference<>() {};

    private static final String APPEND = """
            with numbered as (
                update job set last_event = last_event + 1
                where id = :job and attempt = coalesce(:attempt, attempt)
                returning id, tenant, last_event)
            insert into job_event (job, id, tenant, at, type, message, data)
            select id, last_event, tenant, :at, :type, :message, cast(:data as jsonb) from numbered
            returning id""";

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    JobEvents(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Appends what the worker of a job has to say.
     *
     * @return id of the event
     * @throws StaleWorkerException when it is no longer the job's worker
     */
    public long append(Lease lease, String type, String message, Map<String, Object> data) {
        return append(lease.job(), lease.attempt(), type, message, data)
                .orElseThrow(() -> new StaleWorkerException(lease));
    }

    /** Appends what did not come from a worker. */
    public void append(String job, String type, String message) {
        append(job, type, message, Map.of());
    }

    /**
     * The same with more about it.
     *
     * @return id of the event
     */
    long append(String job, String type, String message, Map<String, Object> data) {
        return append(job, null, type, message, data).orElseThrow();
    }

    private Optional<Long> append(String job, Integer attempt, String type, String message, Map<String, Object> data) {
        return jdbc.sql(APPEND)
                .param("job", job)
                .param("attempt", attempt)
                .param("at", OffsetDateTime.now(clock))
                .param("type", type)
                .param("message", message)
                .param("data", json.writeValueAsString(data))
                .query(Long.class)
                .optional();
    }

    /** Events with an id above {@code after}, oldest first. */
    public List<JobEvent> after(String job, long after, int limit) {
        return jdbc.sql("""
                        select id, at, type, message, data from job_event
                        where job = :job and id > :after order by id limit :limit""")
                .param("job", job)
                .param("after", after)
                .param("limit", limit)
                .query(this::read)
                .list();
    }

    /** All events of a type, oldest first. */
    public List<JobEvent> ofType(String job, String type) {
        return jdbc.sql("""
                        select id, at, type, message, data from job_event
                        where job = :job and type = :type order by id""")
                .param("job", job)
                .param("type", type)
                .query(this::read)
                .list();
    }

    /**
     * Events with an id below {@code before}, newest first.
     *
     * @param type only those of it; {@code null} for all
     */
    public List<JobEvent> before(String job, String type, long before, int limit) {
        return jdbc.sql("""
                        select id, at, type, message, data from job_event
                        where job = :job and id < :before and type = coalesce(:type, type) order by id desc limit :limit""")
                .param("job", job)
                .param("type", type)
                .param("before", before)
                .param("limit", limit)
                .query(this::read)
                .list();
    }

    private JobEvent read(ResultSet row, int number) throws SQLException {
        return new JobEvent(
                row.getLong("id"),
                row.getObject("at", OffsetDateTime.class)
                        .withOffsetSameInstant(ZoneOffset.UTC)
                        .toInstant(),
                row.getString("type"),
                row.getString("message"),
                json.readValue(row.getString("data"), DATA));
    }
}
