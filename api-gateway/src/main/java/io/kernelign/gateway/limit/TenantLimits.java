package io.kernelign.gateway.limit;

import io.kernelign.service.problem.NotFoundException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What each tenant may. */
@Repository
class TenantLimits {

    private final JdbcClient jdbc;
    private final Limits everybody;

    TenantLimits(JdbcClient jdbc, LimitSettings settings) {
        this.jdbc = jdbc;
        this.everybody = settings.limits();
    }

    /** Its own limits, and where it has none those of everybody. */
    Limits of(String tenant) {
        return jdbc.sql("""
                        select requests_per_minute, upload_bytes_per_day, stored_bytes, unfinished_jobs
                        from tenant where id = ?""")
                .param(tenant)
                .query(Limits.class)
                .optional()
                .orElse(Limits.NONE)
                .orElse(everybody);
    }

    /** @throws NotFoundException there is no such tenant */
    void set(String tenant, Limits limits) {
        var changed = jdbc.sql("""
                        update tenant set requests_per_minute = :requests, upload_bytes_per_day = :bytes,
                            stored_bytes = :stored, unfinished_jobs = :jobs
                        where id = :id""")
                .param("requests", limits.requestsPerMinute())
                .param("bytes", limits.uploadBytesPerDay())
                .param("stored", limits.storedBytes())
                .param("jobs", limits.unfinishedJobs())
                .param("id", tenant)
                .update();
        if (changed == 0) {
            throw new NotFoundException("tenant", tenant);
        }
    }
}
