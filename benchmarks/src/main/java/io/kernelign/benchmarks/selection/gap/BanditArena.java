package io.kernelign.benchmarks.selection.gap;

import io.kernelign.alignment.race.HalvingPlan;
import io.kernelign.alignment.race.Race;
import io.kernelign.alignment.race.Score;
import io.kernelign.alignment.selection.PairDistances;
import io.kernelign.benchmarks.objective.study.Candidate;
import io.kernelign.benchmarks.objective.study.Outcome;
import io.kernelign.benchmarks.objective.study.bandit.BanditTask;
import io.kernelign.benchmarks.objective.study.bandit.BanditTraining;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The bandit, with as many pairs for scores as jobs take by default. */
final class BanditArena implements Arena {

    static final int SCORED_PAIRS = 256;

    private final int testPairs;

    /** @param testPairs of the third split */
    BanditArena(int testPairs) {
        this.testPairs = testPairs;
    }

    private ThreeSplits splits(int seed) {
        return ThreeSplits.of(seed, SCORED_PAIRS, testPairs);
    }

    @Override
    public String name() {
        return "bandit";
    }

    @Override
    public Outcome fullRun(Candidate candidate, int seed) {
        return BanditTraining.run(candidate.objective(), splits(seed).task());
    }

    @Override
    public PairDistances distances(int seed) {
        return splits(seed).distances();
    }

    @Override
    public Race race(List<Candidate> ranked, double budget, int seed) {
        var splits = splits(seed);
        var plan = HalvingPlan.of(ranked.size(), budget, new BanditPrices(BanditTask.TRAIN_PAIRS, SCORED_PAIRS));
        var race = new Race(plan, List.of(), seed);
        Map<Integer, BanditTraining> trials = new HashMap<>();
        try {
            for (var turn = race.next(); turn.isPresent(); turn = race.next()) {
                int candidate = turn.get().candidate();
                var rung = plan.rungs().get(turn.get().rung());
                var trial = trials.computeIfAbsent(
                        candidate,
                        first -> BanditTraining.begin(ranked.get(first).objective(), splits.task()));
                trial.stepTo(rung.steps());
                race = race.after(new Score(
                        turn.get().rung(), candidate, Arrays.copyOf(trial.ranks(splits.scored()), rung.pairs())));
            }
        } finally {
            trials.values().forEach(BanditTraining::close);
        }
        return race;
    }

    @Override
    public void close() {}
}
