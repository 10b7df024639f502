package io.kernelign.metrics;

import io.kernelign.contracts.MetricPoint;
import io.kernelign.contracts.PointBatch;
import io.kernelign.contracts.PointReceipt;
import io.kernelign.service.database.Columns;
import io.kernelign.service.problem.NotFoundException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.resilience.annotation.ConcurrencyLimit;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Writes points, a whole batch in one transaction, which also keeps up what is known of their curves. */
@Repository
class PointTable {

    /**
     * Batches of one run come in one after the other, and a higher attempt waits for the one that is being written, so
     * that nothing of a lower attempt lands after a higher one has opened the run.
     */
    private static final String FENCE =
            "select attempt from run where tenant = :tenant and id = :run for no key update";

    private static final String CURVES = """
            select c.id, c.split, c.name from curve c
            join unnest(:splits, :names) as p (split, name)
              on (c.tenant, c.run_id, c.split, c.name) = (:tenant, :run, p.split, p.name)
            """;

    private static final String NEW_CURVES = """
            insert into curve (tenant, run_id, split, name)
            select :tenant, :run, p.split, p.name from unnest(:splits, :names) as p (split, name)
            on conflict do nothing
            """;

    private static final String APPEND = """
            insert into metric_point (curve, step, at, value)
            select c.id, p.step, p.at, p.value
            from unnest(:curves, :steps, :values, cast(:times as timestamptz[])) with ordinality
              as p (curve, step, value, at, place)
            join curve c on c.id = p.curve
            where c.thinned_to is null or p.step > c.thinned_to
            order by c.id, p.step, p.place
            on conflict do nothing
            returning curve, step, value
            """;

    private static final String GAIN = """
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
            from unnest(
                :curves, :points, :nonFinite, :firstSteps, :first, :lastSteps, :last,
                :leastSteps, :least, :mostSteps, :most)
              as m (curve, points, non_finite, first_step, first, last_step, last, least_step, least, most_step, most)
            where c.id = m.curve
            """;

    private final JdbcClient sql;
    private final CurveExtremes extremes;

    PointTable(JdbcClient sql, CurveExtremes extremes) {
        this.sql = sql;
        this.extremes = extremes;
    }

    /**
     * Waits its turn among other batches before it takes a connection.
     *
     * @throws NotFoundException when the tenant has no such run
     */
    @ConcurrencyLimit(limitString = "${kernelign.metrics.batches-at-once}")
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
        var stored = store(points, curves(run, points));
        if (!stored.isEmpty()) {
            extremes.add(stored);
            gain(CurveGain.of(stored));
        }
        return new PointReceipt(stored.size(), points.size() - stored.size());
    }

    /** The ids of the points' curves, those that are new included. */
    private Map<MetricName, Long> curves(RunKey run, List<MetricPoint> points) {
        var metrics = points.stream().map(PointTable::metric).distinct().toList();
        var known = ids(run, metrics);
        if (known.size() == metrics.size()) {
            return known;
        }
        of(run, NEW_CURVES, metrics).update();
        return ids(run, metrics);
    }

    private Map<MetricName, Long> ids(RunKey run, List<MetricName> metrics) {
        var ids = new HashMap<MetricName, Long>();
        of(run, CURVES, metrics).query(row -> {
            ids.put(new MetricName(row.getString(2), row.getString(3)), row.getLong(1));
        });
        return ids;
    }

    /** Those that were not there, in the order of their curves and steps; of two for one step the first. */
    private List<StoredPoint> store(List<MetricPoint> points, Map<MetricName, Long> curves) {
        return sql.sql(APPEND)
                .param("curves", Columns.of(points, point -> curves.get(metric(point)), Long[]::new))
                .param("steps", Columns.of(points, MetricPoint::step, Long[]::new))
                .param("values", Columns.of(points, PointTable::finite, Double[]::new))
                .param("times", Columns.of(points, point -> point.at().toString(), String[]::new))
                .query((row, i) -> new StoredPoint(row.getLong(1), row.getLong(2), row.getObject(3, Double.class)))
                .list();
    }

    private void gain(List<CurveGain> gains) {
        sql.sql(GAIN)
                .param("curves", Columns.of(gains, CurveGain::curve, Long[]::new))
                .param("points", Columns.of(gains, CurveGain::points, Long[]::new))
                .param("nonFinite", Columns.of(gains, CurveGain::nonFinite, Long[]::new))
                .param("firstSteps", Columns.of(gains, CurveGain.step(CurveGain::first), Long[]::new))
                .param("first", Columns.of(gains, CurveGain.value(CurveGain::first), Double[]::new))
                .param("lastSteps", Columns.of(gains, CurveGain.step(CurveGain::last), Long[]::new))
                .param("last", Columns.of(gains, CurveGain.value(CurveGain::last), Double[]::new))
                .param("leastSteps", Columns.of(gains, CurveGain.step(CurveGain::least), Long[]::new))
                .param("least", Columns.of(gains, CurveGain.value(CurveGain::least), Double[]::new))
                .param("mostSteps", Columns.of(gains, CurveGain.step(CurveGain::most), Long[]::new))
                .param("most", Columns.of(gains, CurveGain.value(CurveGain::most), Double[]::new))
                .update();
    }

    private StatementSpec of(RunKey run, String statement, List<MetricName> metrics) {
        return of(run, statement)
                .param("splits", Columns.of(metrics, MetricName::split, String[]::new))
                .param("names", Columns.of(metrics, MetricName::name, String[]::new));
    }

    private StatementSpec of(RunKey run, String statement) {
        return sql.sql(statement).param("tenant", run.tenant()).param("run", run.id());
    }

    private static MetricName metric(MetricPoint point) {
        return new MetricName(point.split(), point.name());
    }

    private static Double finite(MetricPoint point) {
        return point.value() != null && Double.isFinite(point.value()) ? point.value() : null;
    }
}
