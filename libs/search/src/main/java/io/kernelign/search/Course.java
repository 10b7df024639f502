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
     * The trial that may begin now.
     *
     * @param begun all trials that have, in their order
     * @return empty when none may, for now or for good
     */
    public Optional<Proposal> next(List<Trial> begun) {
        int known = known(begun);
        if (search.isComplete(begun)
                || running(begun) >= parallel
                || running(begun.subList(0, known)) > 0
                || isStopped(begun)) {
            return Optional.empty();
        }
        return Optional.of(search.next(knowing(known, begun)));
    }

    /** Whether every trial has ended and none will follow. */
    public boolean isOver(List<Trial> begun) {
        return running(begun) == 0 && (search.isComplete(begun) || isStopped(begun));
    }

    /** Whether no trial will follow because the last ones were no better. */
    public boolean isStopped(List<Trial> begun) {
        return patience.isPresent() && sinceBest(begun.subList(0, withoutOthers(begun))) >= patience.getAsInt();
    }

    /** How many trials the next one knows the scores of. */
    private int known(List<Trial> begun) {
        boolean learns = search.learns() || patience.isPresent();
        return Math.max(search.awaited(begun), learns ? withoutOthers(begun) : 0);
    }

    /** How many of the first trials have ended whenever another begins, whichever they are that run beside it. */
    private int withoutOthers(List<Trial> begun) {
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
