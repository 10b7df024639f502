package io.kernelign.metrics;

import io.kernelign.contracts.MetricPoint;
import io.kernelign.contracts.PointBatch;
import io.kernelign.contracts.PointReceipt;
import io.kernelign.service.problem.NotFoundException;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes points, a whole batch in one statement. */
@Repository
class PointTable {

    /**
     * The lock on the run's row makes a higher attempt wait until this batch is in, so that nothing of a lower attempt
     * lands after a higher one has opened the run.
     */
    private static final String APPEND = """
            with fence as (
              select attempt from run where tenant = :tenant and id = :run for share
            ), added as (
              insert into metric_point (tenant, run_id, split, name, step, value, at)
              select :tenant, :run, p.split, p.name, p.step, p.value, p.at
              from unnest(:splits, :names, :steps, :values, cast(:times as timestamptz[])) as p (split, name, step, value, at)
              where :attempt = (select attempt from fence)
              on conflict do nothing
              returning 1
            )
            select (select attempt from fence) as attempt, (select count(*) from added) as stored
            """;

    private final JdbcClient sql;

    PointTable(JdbcClient sql) {
        this.sql = sql;
    }

    PointReceipt append(RunKey run, PointBatch batch) {
        var points = batch.points();
        var result = sql.sql(APPEND)
                .param("tenant", run.tenant())
                .param("run", run.id())
                .param("attempt", batch.attempt())
                .param("splits", column(points, MetricPoint::split, String[]::new))
                .param("names", column(points, MetricPoint::name, String[]::new))
                .param("steps", column(points, MetricPoint::step, Long[]::new))
                .param("values", column(points, PointTable::finite, Double[]::new))
                .param("times", column(points, point -> point.at().toString(), String[]::new))
                .query(Appended.class)
                .single();
        if (result.attempt() == null) {
            throw new NotFoundException("run", run.id());
        }
        if (result.attempt() != batch.attempt()) {
            throw Run.fenced(batch.attempt(), result.attempt());
        }
        return new PointReceipt(result.stored(), points.size() - result.stored());
    }

    private static Double finite(MetricPoint point) {
        return point.value() != null && Double.isFinite(point.value()) ? point.value() : null;
    }

    private static <T> T[] column(List<MetricPoint> points, Function<MetricPoint, T> value, IntFunction<T[]> array) {
        return points.stream().map(value).toArray(array);
    }

    record Appended(Integer attempt, int stored) {}
}
