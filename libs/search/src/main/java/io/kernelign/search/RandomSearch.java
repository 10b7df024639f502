package io.kernelign.search;

import java.util.List;

/**
 * Uniform points, each dimension on its own scale, none twice.
 *
 * @param trials at most the points of the space
 */
public record RandomSearch(Space space, int trials, long seed) implements Search {

    public RandomSearch {
        if (trials > space.size()) {
            throw new IllegalArgumentException(trials + " trials of " + space.size() + " points");
        }
    }

    @Override
    public boolean learns() {
        return false;
    }

    @Override
    public Proposal next(List<Trial> earlier) {
        return Proposal.whole(new Draws(seed, earlier.size()).untried(space, earlier));
    }
}
