package io.kernelign.benchmarks.gateway;

import io.kernelign.benchmarks.Figure;
import io.kernelign.benchmarks.Report;
import io.kernelign.benchmarks.load.Latencies;
import java.util.List;
import java.util.Locale;

/**
 * What was measured at the gateway, for people and for programs.
 *
 * @param alone reads while nothing else is done
 * @param beside reads while files are uploaded
 * @param looped those uploads
 * @param burst uploads that began at the same time
 * @param heapBefore MiB that the gateway held without garbage before anything was measured
 * @param heapAfter the same in the end
 */
record GatewayPage(
        int jobs,
        int seconds,
        int perSecond,
        int uploaders,
        int mib,
        Latencies alone,
        Latencies beside,
        Latencies looped,
        Latencies burst,
        long serverErrors,
        double heapBefore,
        double heapAfter) {

    private static final int FLAT_MIB = 16;

    Report report() {
        return new Report("gateway", text(), figures());
    }

    List<Figure> figures() {
        return List.of(
                Figure.lower("read_p99_ms", alone.millis(0.99), "ms", "reads alone", 20),
                Figure.lower(
                        "read_p99_ms_with_uploads", beside.millis(0.99), "ms", "reads while files are uploaded", 100),
                Figure.lower("errors_5xx", serverErrors, "answers", "all of them", 0),
                Figure.lower(
                        "requests_failed",
                        alone.failures() + beside.failures() + looped.failures() + burst.failures(),
                        "requests",
                        "all of them",
                        0),
                Figure.lower("heap_growth_mib", heapAfter - heapBefore, "MiB", "the heap before", FLAT_MIB));
    }

    private String text() {
        return String.format(
                Locale.ROOT,
                """
                Four services with `-Xmx%dm` each, their PostgreSQL with `fsync`, and the clients, all on this machine; callers have
                keys, services sign their calls, and the gateway has its image's collector and thread priorities. In the database are %,d
                jobs with their events, artifacts and curves (their summaries, not their points). %d reads a second ask for a job, for
                the newest 20, and for the metrics of a job, by turns; a read is timed from when it was due until its answer was there
                whole. %d s of them alone, and %d s while %d clients upload files of %d MiB of preference data, each with other content,
                one after the other, and delete what these became. Then %d such uploads begin at the same time. The gateway's heap,
                after a collection of all of it, held %.0f MiB before and %.0f MiB in the end.

                | | p50 | p90 | p99 | slowest |
                | --- | --- | --- | --- | --- |
                | %,d reads alone | %s |
                | %,d reads with uploads | %s |
                | %,d uploads in a loop | %s |
                | %,d uploads at once | %s |
                """,
                GatewayLoad.HEAP,
                jobs,
                perSecond,
                seconds,
                seconds,
                uploaders,
                mib,
                burst.count() + burst.failures(),
                heapBefore,
                heapAfter,
                alone.count(),
                alone.cells(),
                beside.count(),
                beside.cells(),
                looped.count(),
                looped.cells(),
                burst.count(),
                burst.cells());
    }
}
