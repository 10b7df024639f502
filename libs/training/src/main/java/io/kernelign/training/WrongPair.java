package io.kernelign.training;

import java.util.Comparator;
import java.util.List;

/**
 * A held-out pair whose rejected response has the higher reward.
 *
 * @param task tag of the pair; {@code null} when it has none
 * @param chosenReward beta (log pi - log pi_ref)
 * @param rejectedReward likewise, greater
 */
public record WrongPair(String pair, String task, double chosenReward, double rejectedReward) {

    static final int MOST = 20;

    /** Reward of chosen less reward of rejected, below 0. */
    public double margin() {
        return chosenReward - rejectedReward;
    }

    /** Those with the largest wrong margins, at most 20, the worst first. */
    static List<WrongPair> of(List<ScoredPair> pairs, double beta) {
        return pairs.stream()
                .map(pair -> of(pair, pair.rewards(beta)))
                .filter(pair -> pair.margin() < 0)
                .sorted(Comparator.comparingDouble(WrongPair::margin))
                .limit(MOST)
                .toList();
    }

    private static WrongPair of(ScoredPair pair, ScoredPair.Both rewards) {
        return new WrongPair(pair.pair().id(), pair.pair().task(), rewards.chosen(), rewards.rejected());
    }
}
