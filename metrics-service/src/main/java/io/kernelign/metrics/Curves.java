package io.kernelign.metrics;

import io.kernelign.contracts.CurveSummary;
import io.kernelign.contracts.Series;
import io.kernelign.contracts.SeriesPoint;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads curves. */
@Repository
class Curves {

    private final JdbcClient sql;

    Curves(JdbcClient sql) {
        this.sql = sql;
    }

    /** Every curve of a run in a few numbers, by split and name. */
    List<CurveSummary> summaries(RunKey run) {
        return sql.sql("""
                select split, name, points, non_finite, first, last, least, most, last_step
                from v_run_summary
                where tenant = :tenant and run_id = :run and split is not null
                order by split, name
                """)
                .param("tenant", run.tenant())
                .param("run", run.id())
                .query(CurveSummary.class)
                .list();
    }

    /** One curve's finite values, cut down to maxPoints; empty when there is no such curve. */
    Series series(RunKey run, String split, String name, int maxPoints) {
        var points = sql.sql("""
                select step, value from metric_point
                where tenant = :tenant and run_id = :run and split = :split and name = :name and value is not null
                order by step
                """)
                .param("tenant", run.tenant())
                .param("run", run.id())
                .param("split", split)
                .param("name", name)
                .query(SeriesPoint.class)
                .list();
        return new Series(run.id(), split, name, points.size(), LargestTriangle.sample(points, maxPoints));
    }
}
