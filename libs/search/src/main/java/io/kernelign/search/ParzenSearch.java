package io.kernelign.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Bayesian search with tree-structured Parzen estimators (Bergstra et al. 2011, Sec. 4), in the multivariate form (Falkner
 * et al. 2018): of points drawn from the density of the best tenth of the trials, it takes the one at which that density
 * exceeds the density of all others most. Trials that failed or still run are among the others: it does not go where
 * trials fail, and trials that run side by side do not all go to the same place.
 *
 * @param trials at most the points of the space
 * @param randomTrials how many come first, as {@link RandomSearch} draws them
 */
public record ParzenSearch(Space space, int trials, int randomTrials, long seed) implements Search {

    private static final int DRAWN = 24;
    private static final double BEST_SHARE = 0.1;
    private static final int MOST_BEST = 25;
    private static final int LEAST_SCORES = 2;

    public ParzenSearch {
        if (trials > space.size()) {
            throw new IllegalArgumentException(trials + " trials of " + space.size() + " points");
        }
    }

    @Override
    public boolean learns() {
        return true;
    }

    @Override
    public Proposal next(List<Trial> earlier) {
        var draws = new Draws(seed, earlier.size());
        var ranked = earlier.stream()
                .filter(trial -> trial.score().isPresent())
                .sorted(Comparator.comparingDouble(trial -> -trial.score().getAsDouble()))
                .toList();
        if (earlier.size() < randomTrials || ranked.size() < LEAST_SCORES) {
            return Proposal.whole(draws.untried(space, earlier));
        }
        var best = ranked.subList(0, best(ranked.size()));
        var others = new ArrayList<>(earlier);
        others.removeAll(best);
        var good = ParzenEstimator.of(space, best.stream().map(Trial::point).toList());
        var rest = ParzenEstimator.of(space, others.stream().map(Trial::point).toList());
        return Proposal.whole(Stream.generate(() -> good.draw(draws))
                .limit(DRAWN)
                .filter(point -> Draws.isUntried(point, earlier))
                .max(Comparator.comparingDouble(point -> good.logDensity(point) - rest.logDensity(point)))
                .orElseGet(() -> draws.untried(space, earlier)));
    }

    /** How many of so many trials with a score count as the best. */
    static int best(int scored) {
        return Math.min(MOST_BEST, (int) Math.ceil(BEST_SHARE * scored));
    }
}
