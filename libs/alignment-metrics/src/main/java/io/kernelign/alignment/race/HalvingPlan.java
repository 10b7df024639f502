package io.kernelign.alignment.race;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The rungs of a race. Every rung may spend the same share of the budget, and what one leaves goes to those after it; half
 * of the candidates reach the next one. A third of what a rung spends goes into scores. The cost of all rungs is at most
 * the budget, whatever the prices: where that cannot be, fewer candidates run.
 *
 * @param rungs first to last; empty where the budget does not even let two candidates make a step each
 * @param budget token-steps
 */
public record HalvingPlan(List<Rung> rungs, double budget) {

    /** Held-out pairs below which a score says nothing; all of them where there are fewer. */
    static final int LEAST_PAIRS = 16;

    private static final double SCORING_SHARE = 1.0 / 3;

    public HalvingPlan {
        rungs = List.copyOf(rungs);
    }

    /**
     * Plans a race of as many of the wanted candidates as the budget lets run.
     *
     * @param wanted at least 2
     * @param runs the budget in full runs, above 0
     */
    public static HalvingPlan of(int wanted, double runs, Prices prices) {
        double budget = runs * prices.fullRun();
        for (int candidates = wanted; candidates > 1; candidates--) {
            var rungs = rungs(candidates, budget, prices);
            if (rungs.isPresent()) {
                return new HalvingPlan(rungs.get(), budget);
            }
        }
        return new HalvingPlan(List.of(), budget);
    }

    /** How many candidates run; 0 where none can. */
    public int candidates() {
        return rungs.isEmpty() ? 0 : rungs.get(0).candidates();
    }

    /** Token-steps of all rungs. */
    public double cost() {
        return rungs.stream().mapToDouble(Rung::cost).sum();
    }

    private static Optional<List<Rung>> rungs(int candidates, double budget, Prices prices) {
        var rungs = new ArrayList<Rung>();
        var last = new Rung(candidates, 0, 0, 0);
        double left = budget;
        for (int running = candidates; running > 1 && last.steps() < prices.steps(); running /= 2) {
            last = rung(running, last, left / halvings(running), prices);
            left -= last.cost();
            rungs.add(last);
        }
        return left < 0 ? Optional.empty() : Optional.of(rungs);
    }

    /** Rungs from this many candidates to the last. */
    private static int halvings(int running) {
        return Integer.SIZE - 1 - Integer.numberOfLeadingZeros(running);
    }

    private static Rung rung(int running, Rung before, double share, Prices prices) {
        long steps = before.steps() + 1;
        while (steps < prices.steps()
                && training(running, before.steps(), steps + 1, prices) <= (1 - SCORING_SHARE) * share) {
            steps++;
        }
        double training = training(running, before.steps(), steps, prices);
        int pairs = Math.min(Math.max(before.pairs(), LEAST_PAIRS), prices.pairs());
        while (pairs < prices.pairs() && training + scoring(running, before.pairs(), pairs + 1, prices) <= share) {
            pairs++;
        }
        return new Rung(running, steps, pairs, training + scoring(running, before.pairs(), pairs, prices));
    }

    private static double training(int running, long from, long to, Prices prices) {
        return running * (prices.training(to) - prices.training(from))
                + (prices.reference(to) - prices.reference(from));
    }

    /** The reference reads only the pairs that are new. */
    private static double scoring(int running, int from, int to, Prices prices) {
        return (running + 1) * prices.scoring(to) - prices.scoring(from);
    }
}
