package io.kernelign.benchmarks.selection.gap;

import io.kernelign.alignment.race.HalvingPlan;
import io.kernelign.alignment.selection.RuleBook;
import io.kernelign.benchmarks.objective.study.Candidate;
import io.kernelign.benchmarks.objective.study.Interval;
import io.kernelign.benchmarks.objective.study.Outcome;
import io.kernelign.benchmarks.objective.study.PairedBootstrap;
import io.kernelign.benchmarks.objective.study.Trials;
import io.kernelign.benchmarks.objective.study.Workers;
import io.kernelign.benchmarks.selection.pilot.AllCandidates;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What each way of choosing misses of the best candidate in one arena.
 *
 * @param best the candidate that is most accurate over all seeds
 * @param picks what each way chose, seed by seed, by the way's name
 * @param gaps how much more accurate the best one is, shares of the test pairs
 * @param raced candidates that the pilots raced
 * @param cost mean cost of the pilots, full runs
 */
record ArenaGaps(
        String arena,
        String best,
        Interval accuracyOfBest,
        Map<String, List<String>> picks,
        Map<String, Interval> gaps,
        int raced,
        double cost) {

    static final String PILOT = "pilot";
    static final String RELATIVE = "rules, relative";
    static final String PAPER = "rules, paper";
    static final String DPO = "plain DPO";

    private static final Candidate PLAIN =
            new Candidate(DPO, Map.of("formulation", "rkhs_margin", "kernel", "none", "divergence", "none"));

    /** @param relative rules with thresholds of a reference collection */
    static ArenaGaps of(Arena arena, RuleBook relative, int seeds, double budget, KeptTrainings kept)
            throws IOException, InterruptedException {
        var all = AllCandidates.unranked();
        var trials = Workers.run(
                arena.name(),
                Stream.concat(all.stream(), Stream.of(PLAIN)).toList(),
                seeds,
                kept.of(arena.name(), arena::fullRun));
        var picks = new LinkedHashMap<String, List<String>>();
        Stream.of(PILOT, RELATIVE, PAPER, DPO).forEach(way -> picks.put(way, new ArrayList<>()));
        double cost = 0;
        int raced = 0;
        for (int seed = 1; seed <= seeds; seed++) {
            var distances = arena.distances(seed);
            var ranked = Choices.of(distances, relative, seed);
            var race = arena.race(ranked.ranked(), budget, seed);
            var winner = ranked.ranked().get(race.ending().orElseThrow().winner());
            picks.get(PILOT).add(winner.name());
            picks.get(RELATIVE).add(ranked.recommended().name());
            picks.get(PAPER)
                    .add(Choices.of(distances, RuleBook.paper(), seed)
                            .recommended()
                            .name());
            picks.get(DPO).add(DPO);
            cost += runs(race.spent(), race.plan(), budget) / seeds;
            raced = race.plan().candidates();
            System.out.printf(Locale.ROOT, "%-16s seed %d: the pilot chose %s%n", arena.name(), seed, winner.name());
        }
        return of(arena.name(), all, trials, picks, raced, cost);
    }

    private static double runs(double spent, HalvingPlan plan, double budget) {
        return budget * spent / plan.budget();
    }

    private static ArenaGaps of(
            String arena, List<Candidate> all, Trials trials, Map<String, List<String>> picks, int raced, double cost) {
        var best = all.stream()
                .map(Candidate::name)
                .max(Comparator.comparingDouble(trials::accuracy))
                .orElseThrow();
        var ofBest = trials.outcomes().get(best);
        var gaps = new LinkedHashMap<String, Interval>();
        picks.forEach((way, names) -> gaps.put(way, PairedBootstrap.difference(ofBest, outcomes(trials, names))));
        return new ArenaGaps(arena, best, PairedBootstrap.accuracy(ofBest), picks, gaps, raced, cost);
    }

    private static List<Outcome> outcomes(Trials trials, List<String> names) {
        return IntStream.range(0, names.size())
                .mapToObj(seed -> trials.outcomes().get(names.get(seed)).get(seed))
                .toList();
    }

    /** What a way misses, in points. */
    double points(String way) {
        return 100 * gaps.get(way).value();
    }
}
