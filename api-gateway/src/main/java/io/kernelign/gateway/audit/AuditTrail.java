package io.kernelign.gateway.audit;

import io.kernelign.service.access.Caller;
import io.kernelign.service.access.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of who did what; nothing changes its rows. */
@Repository
class AuditTrail {

    private final JdbcClient jdbc;

    AuditTrail(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Instant at, Caller caller, String method, String route, String target, int status, String requestId) {
        jdbc.sql("""
                        insert into audit (at, tenant, subject, role, method, route, target, status, request_id)
                        values (:at, :tenant, :subject, :role, :method, :route, :target, :status, :requestId)""")
                .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .param("tenant", caller.tenant())
                .param("subject", caller.subject())
                .param("role", caller.role().text())
                .param("method", method)
                .param("route", route)
                .param("target", target)
                .param("status", status)
                .param("requestId", requestId)
                .update();
    }

    /** Of one tenant, newest first, those with an id below {@code before}. */
    List<AuditRecord> before(String tenant, long before, int limit) {
        return jdbc.sql("select * from audit where tenant = :tenant and id < :before order by id desc limit :limit")
                .param("tenant", tenant)
                .param("before", before)
                .param("limit", limit)
                .query(AuditTrail::read)
                .list();
    }

    private static AuditRecord read(ResultSet row, int number) throws SQLException {
        return new AuditRecord(
                row.getLong("id"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("tenant"),
                row.getString("subject"),
                Role.of(row.getString("role")).orElseThrow(),
                row.getString("method"),
                row.getString("route"),
                row.getString("target"),
                row.getInt("status"),
                row.getString("request_id"));
    }
}
