package io.kernelign.benchmarks.gateway;

import io.kernelign.benchmarks.Figure;
import io.kernelign.benchmarks.Report;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the kills did, for people and for programs. */
record KillsPage(Map<String, Integer> kills, int steps, JobWatch watch, PersistentClient client, Verdict verdict) {

    private static final int LEAST_KILLS = 200;

    Report report() {
        return new Report("gateway", Optional.of("kills"), text(), figures());
    }

    List<Figure> figures() {
        return List.of(
                Figure.higher("kills", all(), "kills", "what was asked for", LEAST_KILLS),
                Figure.lower("jobs_lost", verdict.lost(), "jobs", "all that were asked for", 0),
                Figure.lower("jobs_doubled", verdict.doubled(), "jobs", "all that were asked for", 0),
                Figure.lower("jobs_incomplete", verdict.incomplete(), "jobs", "all that were asked for", 0),
                Figure.lower("repeats_answered_otherwise", client.otherAnswers(), "requests", "those sent again", 0),
                Figure.lower("states_wrong", watch.wrong(), "states", "all that were seen", 0),
                Figure.lower("states_late", watch.late(), "recoveries", "10 s after each", 0));
    }

    private int all() {
        return kills.values().stream().mapToInt(Integer::intValue).sum();
    }

    private String text() {
        var table = kills.entrySet().stream()
                .map(part -> "| `" + part.getKey() + "` | " + part.getValue() + " |\n")
                .collect(Collectors.joining());
        return String.format(
                Locale.ROOT,
                """
                Four services with `-Xmx%dm` each and their PostgreSQL are killed (`kill -9`) at random moments, one or two at a
                time, and started again, while a client keeps three jobs unfinished: %d jobs of %d steps of a tiny model in the
                end, of four kinds, one of which asks the selector. Every request for a job has an `Idempotency-Key` and is sent
                until it is answered, %d times again; %d requests that had been answered were sent once more. Each time that all
                parts answer again, each job must have a state that follows from the one it had, and one of those that have not ended
                must have gone on, within 10 s; the slowest time it took %.1f s. In the end the jobs of one kind must have left the
                same adapter, to the last bit, and every step once in their curves, however often they were taken again (at most
                %d times). A trainer is spared while a job that it trains has killed two already: with the third it would fail.

                | | kills |
                | --- | --- |
                %s""",
                Kills.HEAP,
                verdict.jobs(),
                steps,
                client.retries(),
                client.repeats(),
                watch.slowestSeconds(),
                verdict.attempts() - 1,
                table);
    }
}
