package io.kernelign.search;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * When which trial may begin. Where scores decide, trial k is chosen by the scores of those up to k - parallel, and waits for
 * their end: so the course of a search does not depend on which trial ends first.
 *
 * @param parallel most trials that run at the same time, at least 1
 * @param patience so many trials in a row that are no better than the best before them end the search; empty for none
 */
public record Course(Search search, int parallel, OptionalInt patience) {

    /**
     * The point of the trial that may begin now.
     *
     * @param begun all trials that have, in their order
     * @return empty when none may, for now or for good
     */
    public Optional<Point> next(List<Trial> begun) {
        if (begun.size() == search.trials()) {
            return Optional.empty();
        }
        if (!scoresDecide()) {
            return running(begun) < parallel ? Optional.of(search.next(begun)) : Optional.empty();
        }
        int known = known(begun);
        if (running(begun.subList(0, known)) > 0 || isStopped(begun)) {
            return Optional.empty();
        }
        return Optional.of(search.next(knowing(known, begun)));
    }

    /** Whether every trial has ended and none will follow. */
    public boolean isOver(List<Trial> begun) {
        return running(begun) == 0 && (begun.size() == search.trials() || isStopped(begun));
    }

    /** Whether no trial will follow because the last ones were no better. */
    public boolean isStopped(List<Trial> begun) {
        return patience.isPresent() && sinceBest(begun.subList(0, known(begun))) >= patience.getAsInt();
    }

    private boolean scoresDecide() {
        return search.learns() || patience.isPresent();
    }

    /** How many trials the next one knows the scores of. */
    private int known(List<Trial> begun) {
        return Math.max(0, begun.size() - parallel + 1);
    }

    private static List<Trial> knowing(int known, List<Trial> begun) {
        return IntStream.range(0, begun.size())
                .mapToObj(i ->
                        i < known ? begun.get(i) : Trial.running(begun.get(i).point()))
                .toList();
    }

    private static long running(List<Trial> trials) {
        return trials.stream().filter(trial -> !trial.ended()).count();
    }

    /** How many trials followed the best one; all of them where none has a score. */
    private static int sinceBest(List<Trial> trials) {
        int best = -1;
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < trials.size(); i++) {
            double score = trials.get(i).score().orElse(Double.NEGATIVE_INFINITY);
            if (score > most) {
                best = i;
                most = score;
            }
        }
        return trials.size() - 1 - best;
    }
}
