package io.kernelign.benchmarks.metrics;

import java.sql.SQLException;

/**
 * What stands in the database in the end, beside what was written.
 *
 * @param lost points that were written and are not there
 * @param doubled points that are there, or in a summary, more often than once
 */
record Standing(long lost, long doubled) {

    private static final String COUNTS = """
            select s.run_id, s.name, s.points, count(p.step), count(distinct p.step) filter (where p.step < ?)
            from metrics.v_run_summary s
            join metrics.v_metric_point p using (tenant, run_id, split, name)
            where s.run_id <> ?
            group by s.run_id, s.name, s.points
            """;

    static Standing read(ServiceUnderLoad service, Load load, String longRun) throws SQLException {
        long expected = load.pointsOfCurve();
        long lost = load.points();
        long doubled = 0;
        try (var connection = service.connect();
                var query = connection.prepareStatement(COUNTS)) {
            query.setLong(1, expected);
            query.setString(2, longRun);
            var curves = query.executeQuery();
            while (curves.next()) {
                long summed = curves.getLong(3);
                long stored = curves.getLong(4);
                long different = curves.getLong(5);
                lost -= different;
                doubled += Math.max(0, stored - different) + Math.max(0, summed - different);
            }
        }
        return new Standing(lost, doubled);
    }
}
