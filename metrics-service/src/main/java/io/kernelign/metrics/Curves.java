package io.kernelign.metrics;

import io.kernelign.contracts.CurveSummary;
import io.kernelign.contracts.Series;
import io.kernelign.contracts.SeriesPoint;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Reads curves. */
@Repository
@Transactional(readOnly = true)
class Curves {

    private static final String CURVES = """
            select id, points, non_finite, first_step, first, last_step, last, least, most from curve
            where tenant = :tenant and run_id = :run
            """;

    private final JdbcClient sql;
    private final CurveExtremes extremes;

    Curves(JdbcClient sql, CurveExtremes extremes) {
        this.sql = sql;
        this.extremes = extremes;
    }

    /** Every curve of a run in a few numbers, by split and name. */
    public List<CurveSummary> summaries(RunKey run) {
        return sql.sql("""
                select split, name, points, non_finite, first, last, least, most, last_step
                from curve
                where tenant = :tenant and run_id = :run
                order by split, name
                """)
                .param("tenant", run.tenant())
                .param("run", run.id())
                .query(CurveSummary.class)
                .list();
    }

    /** Every curve of a run. */
    public List<Curve> of(RunKey run) {
        return sql.sql(CURVES)
                .param("tenant", run.tenant())
                .param("run", run.id())
                .query(Curve.class)
                .list();
    }

    public Optional<Curve> find(RunKey run, MetricName metric) {
        if (!Acceptable.isText(run.id())) {
            return Optional.empty();
        }
        return sql.sql(CURVES + "and split = :split and name = :name")
                .param("tenant", run.tenant())
                .param("run", run.id())
                .param("split", metric.split())
                .param("name", metric.name())
                .query(Curve.class)
                .optional();
    }

    /** One curve of a run, cut down to maxPoints; empty when there is no such curve. */
    public Optional<Series> series(RunKey run, MetricName metric, int maxPoints) {
        return find(run, metric)
                .map(curve ->
                        new Series(run.id(), metric.split(), metric.name(), curve.points(), points(curve, maxPoints)));
    }

    /**
     * A curve's finite values, cut down to maxPoints: a long curve from the extremes of its {@link CurveExtremes buckets},
     * never from all of its points.
     */
    public List<SeriesPoint> points(Curve curve, int maxPoints) {
        if (curve.points() == 0) {
            return List.of();
        }
        var candidates = extremes.of(curve.id(), maxPoints).between(curve.start(), curve.end());
        return LargestTriangle.sample(candidates, maxPoints);
    }

    /** A curve's values at some steps: where nothing was measured the latest before, and none outside of its ends. */
    public List<Double> values(Optional<Curve> curve, List<Long> steps) {
        if (curve.isEmpty()) {
            return Collections.nCopies(steps.size(), null);
        }
        return sql.sql("""
                select case when s.step between c.first_step and c.last_step then (
                  select value from metric_point p
                  where p.curve = c.id and p.step <= s.step
                  order by p.step desc
                  limit 1) end
                from curve c, unnest(:steps) with ordinality as s (step, place)
                where c.id = :curve
                order by s.place
                """)
                .param("curve", curve.get().id())
                .param("steps", steps.toArray(Long[]::new))
                .query((row, i) -> row.getObject(1, Double.class))
                .list();
    }
}
