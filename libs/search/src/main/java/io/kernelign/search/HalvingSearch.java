package io.kernelign.search;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Uniform points, none drawn twice, of which brackets, one after the other, try many a little and few to the end. A rung begins
 * when all trials of the one before have ended; the best of them that have a score go on, of equal ones the earlier. Where too
 * few have one, the rung has fewer trials, and where none has, the bracket ends. What a bracket draws waits for nobody.
 *
 * @param brackets at least one; together they draw at most the points of the space
 */
public record HalvingSearch(Space space, List<Bracket> brackets, long seed) implements Search {

    public HalvingSearch {
        brackets = List.copyOf(brackets);
        int points = brackets.stream().mapToInt(Bracket::points).sum();
        if (points > space.size()) {
            throw new IllegalArgumentException(points + " draws of " + space.size() + " points");
        }
    }

    /**
     * Where a search stands that is not complete.
     *
     * @param awaited how many of the first trials have to have ended before the next one begins
     * @param share of a whole run that it is trained
     * @param promoted the point that it takes from the rung before; empty where it draws one, and while that rung runs
     */
    private record Turn(int awaited, double share, Optional<Point> promoted) {}

    private Optional<Turn> turn(List<Trial> begun) {
        int from = 0;
        int awaited = 0;
        for (var bracket : brackets) {
            var before = List.<Trial>of();
            for (int i = 0; i < bracket.rungs().size(); i++) {
                var rung = bracket.rungs().get(i);
                awaited = i == 0 ? awaited : from;
                var promoted = best(rung.trials(), before);
                int trials = i == 0 ? rung.trials() : promoted.size();
                int place = begun.size() - from;
                if (place < trials || !before.stream().allMatch(Trial::ended)) {
                    return Optional.of(new Turn(
                            awaited,
                            rung.share(),
                            place < promoted.size() ? Optional.of(promoted.get(place)) : Optional.empty()));
                }
                before = begun.subList(from, from + trials);
                from += trials;
            }
        }
        return Optional.empty();
    }

    private static List<Point> best(int most, List<Trial> trials) {
        return trials.stream()
                .filter(trial -> trial.score().isPresent())
                .sorted(Comparator.comparingDouble(trial -> -trial.score().getAsDouble()))
                .limit(most)
                .map(Trial::point)
                .toList();
    }

    @Override
    public int trials() {
        return brackets.stream().mapToInt(Bracket::trials).sum();
    }

    @Override
    public double runs() {
        return brackets.stream().mapToDouble(Bracket::runs).sum();
    }

    @Override
    public boolean learns() {
        return false;
    }

    @Override
    public int awaited(List<Trial> begun) {
        return turn(begun).map(Turn::awaited).orElse(0);
    }

    @Override
    public boolean isComplete(List<Trial> begun) {
        return turn(begun).isEmpty();
    }

    @Override
    public Proposal next(List<Trial> earlier) {
        var turn = turn(earlier).orElseThrow();
        var point = turn.promoted().orElseGet(() -> new Draws(seed, earlier.size()).untried(space, earlier));
        return new Proposal(point, turn.share());
    }
}
