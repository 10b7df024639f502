package io.kernelign.benchmarks.selection.pilot;

import io.kernelign.alignment.race.PairedDifference;
import io.kernelign.alignment.race.Prices;
import io.kernelign.alignment.race.Race;
import io.kernelign.benchmarks.Figure;
import io.kernelign.benchmarks.objective.study.Candidate;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * A race, for people and for programs.
 *
 * @param steps optimiser steps of all trials together
 * @param seconds of the race
 * @param layers that the adapter changes
 * @param pairs that a full run trains on
 */
record PilotPage(
        List<Candidate> candidates, Race race, Prices prices, int steps, double seconds, int layers, int pairs) {

    private static final double MOST_RUNS = 2;
    private static final int SHOWN = 5;

    List<Figure> figures() {
        return List.of(
                Figure.lower(
                        "pilot_cost_in_runs",
                        race.spent() / prices.fullRun(),
                        "full runs",
                        "one training of the winner, in token-steps",
                        MOST_RUNS),
                Figure.higher(
                        "pilot_candidates", race.plan().candidates(), "candidates", "all there are", candidates.size()),
                Figure.told("pilot_seconds", seconds, "s"));
    }

    String text(Path model, Path data) {
        var ending = race.ending().orElseThrow();
        var page = new StringBuilder(String.format(
                Locale.ROOT,
                """
                %d of %d candidates raced on %s, an adapter on its top %d layers; a full run of the job is one epoch of %,d pairs of
                `%s`: %,d steps, %,.0f token-steps. The race made %,d steps in %.0f s and cost
                %,.0f token-steps, scores and the reference included. It ended because %s. Nobody had ranked the candidates.

                | rung | candidates | steps | held-out pairs | token-steps | best | ranked rightly | ahead of the second |
                | --- | --- | --- | --- | --- | --- | --- | --- |
                """,
                race.plan().candidates(),
                candidates.size(),
                model.getFileName(),
                layers,
                pairs,
                data.getFileName(),
                prices.steps(),
                prices.fullRun(),
                steps,
                seconds,
                race.spent(),
                ending.clear() ? "the leader was clear" : "its budget was spent"));
        for (int rung = 0; rung < race.rungsEnded(); rung++) {
            page.append(row(rung));
        }
        page.append(String.format(
                Locale.ROOT,
                "%nThe winner is `%s`. Intervals cover %.0f %%.%n%nThe first of rung 1:%n%n"
                        + "| candidate | ranked rightly | behind the best |%n| --- | --- | --- |%n",
                name(ending.winner()),
                100 * race.coverage()));
        race.standings(0).stream()
                .limit(SHOWN)
                .forEach(standing -> page.append(String.format(
                        "| `%s` | %s | %s |%n",
                        name(standing.candidate()), text(standing.accuracy()), text(standing.behind()))));
        return page.toString();
    }

    private String row(int rung) {
        var planned = race.plan().rungs().get(rung);
        var standings = race.standings(rung);
        return String.format(
                Locale.ROOT,
                "| %d | %d | %d | %d | %,.0f | `%s` | %s | %s |%n",
                rung + 1,
                planned.candidates(),
                planned.steps(),
                planned.pairs(),
                planned.cost(),
                name(standings.get(0).candidate()),
                text(standings.get(0).accuracy()),
                text(standings.get(1).behind()));
    }

    private String name(int candidate) {
        return candidates.get(candidate).name();
    }

    private static String text(PairedDifference difference) {
        return String.format(
                Locale.ROOT,
                "%.3f [%.3f, %.3f]",
                difference.value(),
                difference.interval().low(),
                difference.interval().high());
    }
}
