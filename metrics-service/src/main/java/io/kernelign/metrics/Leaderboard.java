package io.kernelign.metrics;

import io.kernelign.contracts.LeaderboardEntry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Ranks runs. */
@Repository
class Leaderboard {

    private static final TypeReference<Map<String, String>> TAGS = new TypeReference<>() {};

    private final JdbcClient sql;
    private final JsonMapper json;

    Leaderboard(JdbcClient sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** The best of a tenant's runs, those without a finite value left out. */
    List<LeaderboardEntry> best(String tenant, MetricName metric, Goal goal, RankedBy by, RunFilter runs, int limit) {
        return sql.sql("""
                select rank() over (order by c.%1$s %2$s) as rank, c.%1$s as value, c.%3$s as step, r.*
                from curve c
                join run r on (r.tenant, r.id) = (c.tenant, c.run_id)
                where c.tenant = :tenant and c.split = :split and c.name = :metric and c.points > 0
                  and %4$s
                order by rank, r.created_at, r.id
                limit :limit
                """.formatted(by.value(goal), goal.order, by.step(goal), RunFilter.CONDITION))
                .param("tenant", tenant)
                .param("split", metric.split())
                .param("metric", metric.name())
                .param("datasetId", runs.datasetId())
                .param("model", runs.model())
                .param("kernel", runs.kernel())
                .param("divergence", runs.divergence())
                .param("tagKey", runs.tagKey())
                .param("tagValue", runs.tagValue())
                .param("limit", limit)
                .query((row, i) -> entry(row))
                .list();
    }

    private LeaderboardEntry entry(ResultSet row) throws SQLException {
        return new LeaderboardEntry(
                row.getInt("rank"),
                row.getString("id"),
                row.getString("name"),
                row.getString("model"),
                row.getString("dataset_id"),
                row.getString("dataset_name"),
                row.getString("state"),
                row.getString("kernel"),
                row.getString("divergence"),
                json.readValue(row.getString("tags"), TAGS),
                row.getDouble("value"),
                row.getLong("step"),
                instant(row, "created_at"),
                instant(row, "finished_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
