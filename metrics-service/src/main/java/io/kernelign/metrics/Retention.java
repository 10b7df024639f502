package io.kernelign.metrics;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds the runs whose points have been kept long enough. */
@Component
class Retention {

    private static final int AT_ONCE = 100;

    private final RetentionSettings settings;
    private final JdbcClient sql;
    private final Thinning thinning;
    private final Clock clock;

    Retention(RetentionSettings settings, JdbcClient sql, Thinning thinning, Clock clock) {
        this.settings = settings;
        this.sql = sql;
        this.thinning = thinning;
        this.clock = clock;
    }

    /** Thins every run that has ended long enough ago; each is one transaction. */
    void run() {
        if (settings.after() == null) {
            return;
        }
        for (var due = due(); !due.isEmpty(); due = due()) {
            due.forEach(run -> thinning.thin(run, settings.points()));
        }
    }

    private List<RunKey> due() {
        return sql.sql("""
                select tenant, id from run
                where thinned_at is null and finished_at < :before
                order by finished_at
                limit :limit
                """)
                .param("before", clock.instant().minus(settings.after()).atOffset(ZoneOffset.UTC))
                .param("limit", AT_ONCE)
                .query(RunKey.class)
                .list();
    }
}
