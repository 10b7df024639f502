package io.kernelign.benchmarks.metrics;

import io.kernelign.benchmarks.Figure;
import io.kernelign.benchmarks.Report;
import io.kernelign.benchmarks.load.Latencies;
import java.util.List;
import java.util.Locale;

/** What was measured at metrics-service, for people and for programs. */
record MetricsPage(
        Load load,
        int rate,
        int readsPerSecond,
        long longPoints,
        int kills,
        double pointsPerSecond,
        Latencies reads,
        Latencies longReads,
        Standing standing) {

    Report report() {
        return new Report("metrics-service", text(), figures());
    }

    List<Figure> figures() {
        return List.of(
                Figure.lower("read_p99_ms", reads.millis(0.99), "ms", "reads while runs write", 20),
                Figure.lower("lttb_ms", longReads.millis(0.99), "ms", "the long series, p99 while runs write", 50),
                Figure.lower("points_lost", standing.lost(), "points", "what was written", 0),
                Figure.lower("points_doubled", standing.doubled(), "points", "what was written", 0),
                Figure.lower(
                        "reads_failed", reads.failures() + longReads.failures(), "reads", "reads while runs write", 0),
                Figure.higher(
                        "points_per_second",
                        pointsPerSecond,
                        "points/s",
                        "95 % of what was to be written",
                        0.95 * rate));
    }

    private String text() {
        return String.format(
                Locale.ROOT,
                """
                %d runs write batches of %,d points, %d curves each, %,d points a second in all, until %,d stand beside a series of
                %,d points that was written before. Meanwhile %d reads a second ask for summaries and for series of %d points of
                those runs, by turns, and one a second for the long series. Everything runs on this machine: the writer, the
                reads, metrics-service with `-Xmx%dm`, and its PostgreSQL with `fsync`. A read is timed from when it was due until
                its answer was there whole. While the last tenth is written, the writer and the service are killed
                (`kill -9`) and started again %d times each; these reads do not count. The writer goes on from what it had noted
                up to a second before, so that it sends batches that are there already.

                | | p50 | p90 | p99 | slowest |
                | --- | --- | --- | --- | --- |
                | %,d reads | %s |
                | %,d reads of the long series | %s |
                """,
                load.runs(),
                load.batch(),
                Load.CURVES,
                rate,
                load.points(),
                longPoints,
                readsPerSecond,
                Reader.SHOWN,
                ServiceUnderLoad.HEAP,
                kills,
                reads.count(),
                reads.cells(),
                longReads.count(),
                longReads.cells());
    }
}
