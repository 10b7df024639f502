package io.kernelign.metrics;

import io.kernelign.contracts.SeriesPoint;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Removes points of runs that have ended; what is known of their curves without points stays. */
@Component
class Thinning {

    private final JdbcClient sql;
    private final Curves curves;
    private final CurveExtremes extremes;

    Thinning(JdbcClient sql, Curves curves, CurveExtremes extremes) {
        this.sql = sql;
        this.curves = curves;
        this.extremes = extremes;
    }

    /** @param points of each curve that are kept, those that a series of so many would have; 0 or at least 2 */
    @Transactional
    public void thin(RunKey run, int points) {
        if (ended(run)) {
            curves.of(run).stream()
                    .filter(curve -> curve.points() + curve.nonFinite() > points)
                    .forEach(curve -> keep(curve, points == 0 ? List.of() : curves.points(curve, points)));
        }
    }

    /** A run that was opened again meanwhile is left; nobody can while this transaction lasts. */
    private boolean ended(RunKey run) {
        return sql.sql("""
                update run set thinned_at = now()
                where tenant = :tenant and id = :run and finished_at is not null and thinned_at is null
                """).param("tenant", run.tenant()).param("run", run.id()).update() > 0;
    }

    private void keep(Curve curve, List<SeriesPoint> points) {
        var kept = points.stream().map(SeriesPoint::step).toArray(Long[]::new);
        of(curve, """
                update curve
                set thinned_to = greatest(thinned_to, (select max(step) from metric_point where curve = :curve))
                where id = :curve
                """).update();
        of(curve, "delete from metric_point where curve = :curve and step not in (select unnest(:kept))")
                .param("kept", kept)
                .update();
        of(curve, "delete from curve_extreme where curve = :curve").update();
        extremes.add(points.stream()
                .map(point -> new StoredPoint(curve.id(), point.step(), point.value()))
                .toList());
    }

    private StatementSpec of(Curve curve, String statement) {
        return sql.sql(statement).param("curve", curve.id());
    }
}
