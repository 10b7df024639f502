package io.kernelign.trainer.meter;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;

import io.kernelign.contracts.JobState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts the jobs that have not ended. */
@Repository
class Backlogs {

    private final JdbcClient jdbc;

    Backlogs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Group(JobState state, boolean paused, boolean held, long jobs, Instant oldest) {

        boolean waits() {
            return !paused && !held;
        }
    }

    Backlog now() {
        var groups = jdbc.sql("""
                        select state, paused, worker is not null as held, count(*) as jobs, min(created_at) as oldest
                        from job where finished_at is null group by 1, 2, 3""").query(Backlogs::group).list();
        return new Backlog(
                groups.stream().collect(groupingBy(Group::state, summingLong(Group::jobs))),
                groups.stream().filter(Group::waits).mapToLong(Group::jobs).sum(),
                groups.stream().filter(Group::paused).mapToLong(Group::jobs).sum(),
                groups.stream().filter(Group::waits).map(Group::oldest).min(Comparator.naturalOrder()));
    }

    private static Group group(ResultSet row, int number) throws SQLException {
        return new Group(
                JobState.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getBoolean("paused"),
                row.getBoolean("held"),
                row.getLong("jobs"),
                row.getObject("oldest", OffsetDateTime.class).toInstant());
    }
}
