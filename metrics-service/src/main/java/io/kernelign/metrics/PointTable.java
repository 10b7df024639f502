package io.kernelign.metrics;

import io.kernelign.contracts.MetricPoint;
import io.kernelign.contracts.PointBatch;
import io.kernelign.contracts.PointReceipt;
import io.kernelign.service.problem.NotFoundException;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Writes points, a whole batch in one statement, which also keeps up what is known of their curves. */
@Repository
class PointTable {

    /**
     * Batches of one run come in one after the other, and a higher attempt waits for the one that is being written, so
     * that nothing of a lower attempt lands after a higher one has opened the run.
     */
    private static final String FENCE =
            "select attempt from run where tenant = :tenant and id = :run for no key update";

    private static final String NEW_CURVES = """
            insert into curve (tenant, run_id, split, name)
            select distinct :tenant, :run, p.split, p.name
            from unnest(:splits, :names) as p (split, name)
            where not exists (
              select from curve c where (c.tenant, c.run_id, c.split, c.name) = (:tenant, :run, p.split, p.name))
            """;

    private static final String APPEND = """
            with added as (
              insert into metric_point (curve, step, at, value)
              select c.id, p.step, p.at, p.value
              from unnest(:splits, :names, :steps, :values, cast(:times as timestamptz[])) with ordinality
                as p (split, name, step, value, at, place)
              join curve c on (c.tenant, c.run_id, c.split, c.name) = (:tenant, :run, p.split, p.name)
              where c.thinned_to is null or p.step > c.thinned_to
              order by c.id, p.step, p.place
              on conflict do nothing
              returning curve, step, value
            ), extremes as (
              %s
            ), more as (
              select curve, count(value) as points, count(*) - count(value) as non_finite,
                     min(step) filter (where value is not null) as first_step,
                     (array_agg(value order by step) filter (where value is not null))[1] as first,
                     max(step) filter (where value is not null) as last_step,
                     (array_agg(value order by step desc) filter (where value is not null))[1] as last,
                     (array_agg(step order by value, step) filter (where value is not null))[1] as least_step,
                     min(value) as least,
                     (array_agg(step order by value desc, step) filter (where value is not null))[1] as most_step,
                     max(value) as most
              from added
              group by curve
            ), summed as (
              update curve c set
                points = c.points + m.points,
                non_finite = c.non_finite + m.non_finite,
                first = case when m.first_step < c.first_step or c.first_step is null then m.first else c.first end,
                first_step = least(c.first_step, m.first_step),
                last = case when m.last_step > c.last_step or c.last_step is null then m.last else c.last end,
                last_step = greatest(c.last_step, m.last_step),
                least_step = case when m.least < c.least or c.least is null then m.least_step else c.least_step end,
                least = least(c.least, m.least),
                most_step = case when m.most > c.most or c.most is null then m.most_step else c.most_step end,
                most = greatest(c.most, m.most)
              from more m
              where c.id = m.curve
            )
            select count(*) from added
            """.formatted(CurveExtremes.addFrom("added"));

    private final JdbcClient sql;

    PointTable(JdbcClient sql) {
        this.sql = sql;
    }

    /** @throws NotFoundException when the tenant has no such run */
    @Transactional
    PointReceipt append(RunKey run, PointBatch batch) {
        var attempt = of(run, FENCE)
                .query(Integer.class)
                .optional()
                .orElseThrow(() -> new NotFoundException("run", run.id()));
        if (attempt != batch.attempt()) {
            throw Run.fenced(batch.attempt(), attempt);
        }
        var points = batch.points();
        var splits = column(points, MetricPoint::split, String[]::new);
        var names = column(points, MetricPoint::name, String[]::new);
        of(run, NEW_CURVES).param("splits", splits).param("names", names).update();
        int stored = of(run, APPEND)
                .param("splits", splits)
                .param("names", names)
                .param("steps", column(points, MetricPoint::step, Long[]::new))
                .param("values", column(points, PointTable::finite, Double[]::new))
                .param("times", column(points, point -> point.at().toString(), String[]::new))
                .param("widths", CurveExtremes.WIDTHS)
                .query(Integer.class)
                .single();
        return new PointReceipt(stored, points.size() - stored);
    }

    private StatementSpec of(RunKey run, String statement) {
        return sql.sql(statement).param("tenant", run.tenant()).param("run", run.id());
    }

    private static Double finite(MetricPoint point) {
        return point.value() != null && Double.isFinite(point.value()) ? point.value() : null;
    }

    private static <T> T[] column(List<MetricPoint> points, Function<MetricPoint, T> value, IntFunction<T[]> array) {
        return points.stream().map(value).toArray(array);
    }
}
