package io.kernelign.metrics;

import io.kernelign.contracts.CurveSummary;
import io.kernelign.contracts.Series;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Reads curves. */
@Repository
class Curves {

    private final JdbcClient sql;
    private final CurveExtremes extremes;

    Curves(JdbcClient sql, CurveExtremes extremes) {
        this.sql = sql;
        this.extremes = extremes;
    }

    /** Every curve of a run in a few numbers, by split and name. */
    List<CurveSummary> summaries(RunKey run) {
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

    /**
     * One curve's finite values, cut down to maxPoints; empty when there is no such curve. A long curve is cut down from
     * the extremes of its {@link CurveExtremes buckets}, never from all of its points.
     */
    @Transactional(readOnly = true)
    public Series series(RunKey run, String split, String name, int maxPoints) {
        var curve = sql.sql("""
                select id, points, first_step, first, last_step, last from curve
                where (tenant, run_id, split, name) = (:tenant, :run, :split, :name)
                """)
                .param("tenant", run.tenant())
                .param("run", run.id())
                .param("split", split)
                .param("name", name)
                .query(Ends.class)
                .optional();
        if (curve.isEmpty() || curve.get().points() == 0) {
            return new Series(run.id(), split, name, 0, List.of());
        }
        var ends = curve.get();
        var candidates = extremes.of(ends.id(), maxPoints).between(ends.start(), ends.end());
        return new Series(run.id(), split, name, ends.points(), LargestTriangle.sample(candidates, maxPoints));
    }
}
