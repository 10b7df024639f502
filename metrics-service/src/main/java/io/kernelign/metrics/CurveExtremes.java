package io.kernelign.metrics;

import io.kernelign.service.database.Columns;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/**
 * The least and the greatest value of every bucket of a curve, at a few widths, written with the points. They are what a
 * long curve is cut down from (MinMaxLTTB: Van Der Donckt et al., MinMaxLTTB: Leveraging MinMax-Preselection to Scale
 * LTTB in Visualization, 2023): reading a million points takes longer than a dashboard waits.
 *
 * <p>What is lost: the triangle that a point spans is linear in its step and its value. So of the points of a bucket none
 * spans a triangle larger than the larger one of the bucket's two extremes by more than half the bucket's width times
 * the difference in value of the triangle's other two points; and no extreme value of the curve is missed.
 */
@Repository
class CurveExtremes {

    /** Steps that share a bucket. */
    private static final int[] WIDTHS = {8, 32, 128, 512, 2048, 8192};

    /** Buckets for each point that is asked for; fewer, of the narrowest width, and the points themselves are read. */
    private static final int ENOUGH = 2;

    /**
     * Of an even curve no more is read than this for each point: of the widest width with enough buckets, four times as
     * many, and of points four times as many as there were too few buckets for.
     */
    private static final int MOST = ENOUGH * 4;

    private static final String ADD = """
            insert into curve_extreme as e (curve, width, bucket, least_step, least, most_step, most)
            select * from unnest(:curves, :widths, :buckets, :leastSteps, :least, :mostSteps, :most)
            on conflict (curve, width, bucket) do update set
              least_step = case when excluded.least < e.least then excluded.least_step else e.least_step end,
              least = least(excluded.least, e.least),
              most_step = case when excluded.most > e.most then excluded.most_step else e.most_step end,
              most = greatest(excluded.most, e.most)
            where excluded.least < e.least or excluded.most > e.most
            """;

    private static final int FETCHED_AT_ONCE = 10_000;

    /** Those of the widest width that has enough of them; none when no width has. */
    private static final String BUCKETS = """
            with widest as (
              select w.width from unnest(:widths) as w (width)
              where :enough = (
                select count(*) from (
                  select from curve_extreme e where e.curve = :curve and e.width = w.width limit :enough) as found)
              order by w.width desc
              limit 1)
            select least_step, least, most_step, most from curve_extreme
            where curve = :curve and width = (select width from widest)
            order by bucket
            """;

    private static final String POINTS = """
            select step, value, step, value from metric_point
            where curve = :curve and value is not null
            order by step
            """;

    private final JdbcClient sql;

    CurveExtremes(JdbcClient sql) {
        this.sql = sql;
    }

    /** @param points that are new, of any curves, those of each in the order of their steps */
    void add(Collection<StoredPoint> points) {
        var extremes = List.copyOf(Bucket.extremes(points, WIDTHS).entrySet());
        sql.sql(ADD)
                .param("curves", Columns.of(extremes, bucket -> bucket.getKey().curve(), Long[]::new))
                .param("widths", Columns.of(extremes, bucket -> bucket.getKey().width(), Integer[]::new))
                .param("buckets", Columns.of(extremes, bucket -> bucket.getKey().number(), Long[]::new))
                .param(
                        "leastSteps",
                        Columns.of(extremes, bucket -> bucket.getValue().least().step(), Long[]::new))
                .param(
                        "least",
                        Columns.of(extremes, bucket -> bucket.getValue().least().value(), Double[]::new))
                .param(
                        "mostSteps",
                        Columns.of(
                                extremes, bucket -> bucket.getValue().greatest().step(), Long[]::new))
                .param(
                        "most",
                        Columns.of(
                                extremes, bucket -> bucket.getValue().greatest().value(), Double[]::new))
                .update();
    }

    /** Extremes enough to cut a curve down to so many points; to be called within a transaction, or all come at once. */
    Extremes of(long curve, int maxPoints) {
        var found = new Extremes(MOST * maxPoints);
        read(
                sql.sql(BUCKETS)
                        .param("enough", ENOUGH * maxPoints)
                        .param("widths", Arrays.stream(WIDTHS).boxed().toArray(Integer[]::new)),
                curve,
                found);
        if (found.isEmpty()) {
            read(sql.sql(POINTS), curve, found);
        }
        return found;
    }

    private static void read(StatementSpec query, long curve, Extremes into) {
        query.param("curve", curve).withFetchSize(FETCHED_AT_ONCE).query(row -> {
            into.add(row.getLong(1), row.getDouble(2), row.getLong(3), row.getDouble(4));
        });
    }
}
