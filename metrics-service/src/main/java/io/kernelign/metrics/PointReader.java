package io.kernelign.metrics;

import io.kernelign.contracts.MetricPoint;
import io.kernelign.metrics.export.PointSink;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads every point of a run, some at a time and each time anew, so that a slow reader holds nothing up. */
@Repository
class PointReader {

    private static final int AT_ONCE = 10_000;
    private static final long BEFORE_ALL = -1;

    private final JdbcClient sql;

    PointReader(JdbcClient sql) {
        this.sql = sql;
    }

    /** Curve by curve, each by step. */
    void read(RunKey run, PointSink sink) throws IOException {
        var curves = sql.sql("""
                select id, split, name from curve where tenant = :tenant and run_id = :run order by split, name
                """)
                .param("tenant", run.tenant())
                .param("run", run.id())
                .query(Named.class)
                .list();
        for (var curve : curves) {
            var points = after(BEFORE_ALL, curve);
            while (!points.isEmpty()) {
                for (var point : points) {
                    sink.write(point);
                }
                points = points.size() < AT_ONCE
                        ? List.of()
                        : after(points.get(AT_ONCE - 1).step(), curve);
            }
        }
    }

    private List<MetricPoint> after(long step, Named curve) {
        return sql.sql("""
                select step, value, at from metric_point
                where curve = :curve and step > :step
                order by step
                limit :limit
                """)
                .param("curve", curve.id())
                .param("step", step)
                .param("limit", AT_ONCE)
                .query((row, i) -> new MetricPoint(
                        curve.split(),
                        curve.name(),
                        row.getLong(1),
                        row.getObject(2, Double.class),
                        row.getObject(3, OffsetDateTime.class).toInstant()))
                .list();
    }

    private record Named(long id, String split, String name) {}
}
