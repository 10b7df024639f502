package io.kernelign.trainer.benchmark;

import io.kernelign.service.page.Cursor;
import io.kernelign.trainer.job.Ids;
import io.kernelign.trainer.spec.BenchmarkName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of benchmarks' files; those of another tenant are as ones that do not exist. */
@Repository
class BenchmarkFileRecords {

    /** What has not been checked for so long was left by a gateway that died. */
    private static final Duration ABANDONED = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final Clock clock;

    BenchmarkFileRecords(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Its id. */
    String insert(String tenant, String name, BenchmarkName benchmark, long bytes) {
        var id = Ids.next("bf");
        jdbc.sql("""
                        insert into benchmark_files (id, tenant, name, benchmark, bytes, created_at)
                        values (:id, :tenant, :name, :benchmark, :bytes, :now)""")
                .param("id", id)
                .param("tenant", tenant)
                .param("name", name)
                .param("benchmark", benchmark.json())
                .param("bytes", bytes)
                .param("now", OffsetDateTime.now(clock))
                .update();
        return id;
    }

    Optional<BenchmarkFiles> find(String tenant, String id) {
        return find(tenant, id, "");
    }

    /** The same, kept from changes by others until the current transaction ends. */
    Optional<BenchmarkFiles> lock(String tenant, String id) {
        return find(tenant, id, " for update");
    }

    /** The same, kept from being deleted until the current transaction ends. */
    Optional<BenchmarkFiles> hold(String tenant, String id) {
        return find(tenant, id, " for share");
    }

    private Optional<BenchmarkFiles> find(String tenant, String id, String how) {
        return jdbc.sql("select * from benchmark_files where id = :id and tenant = :tenant" + how)
                .param("id", id)
                .param("tenant", tenant)
                .query(BenchmarkFileRecords::read)
                .optional();
    }

    /** Checked ones, newest first, from a place on. */
    List<BenchmarkFiles> olderThan(String tenant, Cursor place, int limit) {
        return jdbc.sql("""
                        select * from benchmark_files
                        where tenant = :tenant and sha256 is not null and (created_at, id) < (:at, :id)
                        order by created_at desc, id desc limit :limit""")
                .param("tenant", tenant)
                .param("at", place.at().atOffset(ZoneOffset.UTC))
                .param("id", place.id())
                .param("limit", limit)
                .query(BenchmarkFileRecords::read)
                .list();
    }

    /** Of all tenants; locked, without those that somebody else has locked. */
    List<BenchmarkFiles> abandoned() {
        return jdbc.sql("""
                        select * from benchmark_files where sha256 is null and created_at < :since
                        for update skip locked""")
                .param("since", abandonedBefore())
                .query(BenchmarkFileRecords::read)
                .list();
    }

    private OffsetDateTime abandonedBefore() {
        return OffsetDateTime.now(clock).minus(ABANDONED);
    }

    /** Without {@link #abandoned} ones, which would else keep a tenant from the upload that has them swept. */
    long bytes(String tenant) {
        return jdbc.sql("""
                        select coalesce(sum(bytes), 0)::bigint from benchmark_files
                        where tenant = :tenant and (sha256 is not null or created_at >= :since)""")
                .param("tenant", tenant)
                .param("since", abandonedBefore())
                .query(Long.class)
                .single();
    }

    /** Whether it was there and had not been checked. */
    boolean checked(String tenant, String id, String sha256, int questions) {
        return jdbc.sql("""
                        update benchmark_files set sha256 = :sha256, questions = :questions
                        where id = :id and tenant = :tenant and sha256 is null""")
                        .param("id", id)
                        .param("tenant", tenant)
                        .param("sha256", sha256)
                        .param("questions", questions)
                        .update()
                == 1;
    }

    void remove(String id) {
        jdbc.sql("delete from benchmark_files where id = :id").param("id", id).update();
    }

    /** The id of a job, evaluation or sweep that has not ended and names them. */
    Optional<String> user(String tenant, String id) {
        return jdbc.sql("""
                        select id from (
                            select id, tenant, spec from job where finished_at is null
                            union all select id, tenant, spec from evaluation where finished_at is null
                            union all select id, tenant, spec from sweep where finished_at is null) unfinished
                        where tenant = :tenant and jsonb_path_exists(
                            spec, '$.**.benchmarks[*].files ? (@ == $files)', jsonb_build_object('files', cast(:id as text)))
                        limit 1""")
                .param("tenant", tenant)
                .param("id", id)
                .query(String.class)
                .optional();
    }

    private static BenchmarkFiles read(ResultSet row, int number) throws SQLException {
        return new BenchmarkFiles(
                row.getString("id"),
                row.getString("tenant"),
                row.getString("name"),
                BenchmarkName.valueOf(row.getString("benchmark").toUpperCase(Locale.ROOT)),
                row.getLong("bytes"),
                row.getString("sha256"),
                row.getObject("questions", Integer.class),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
