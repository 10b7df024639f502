package io.kernelign.alignment.race;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A race as far as it has come. Everything follows from the plan and the scores, so that it goes on from scores that were
 * kept as if it had never stopped.
 *
 * <p>A rung keeps the half with the best scores; of equal ones the better ranked. It is the last one when the leader is
 * clear, which it is when the interval of its difference to each other one lies above 0. The intervals of a race of R rungs
 * cover 1 - 0.05 / R, so that all its looks together mistake chance for a leader in at most about 5 of 100 races.
 *
 * @param plan with at least one rung
 * @param scores in the order of the turns
 * @param seed of the intervals
 */
public record Race(HalvingPlan plan, List<Score> scores, long seed) {

    private static final double MISTAKEN = 0.05;
    private static final Comparator<Score> BEST_FIRST =
            Comparator.comparingDouble((Score score) -> -score.accuracy()).thenComparingInt(Score::candidate);

    public Race {
        scores = List.copyOf(scores);
    }

    /** Whose turn it is: a candidate, by its place in the ranking, in a rung, both from 0. */
    public record Turn(int rung, int candidate) {}

    /**
     * How it ended.
     *
     * @param rung the last one that was run
     * @param clear whether it ended because the leader was clear; else the plan was at its end
     */
    public record Ending(int winner, int rung, boolean clear) {}

    /** The next turn; empty when the race is over. */
    public Optional<Turn> next() {
        int rung = 0;
        var running = starters();
        while (ended(rung)) {
            if (isLast(rung)) {
                return Optional.empty();
            }
            running = survivors(rung);
            rung++;
        }
        return Optional.of(new Turn(rung, running.get(of(rung).size())));
    }

    /** The race with the score of its next turn. */
    public Race after(Score score) {
        return new Race(plan, Stream.concat(scores.stream(), Stream.of(score)).toList(), seed);
    }

    /** How it ended; empty while it runs. */
    public Optional<Ending> ending() {
        if (next().isPresent()) {
            return Optional.empty();
        }
        int rung = scores.get(scores.size() - 1).rung();
        return Optional.of(new Ending(bestFirst(rung).get(0).candidate(), rung, clear(rung)));
    }

    /** Rungs that are ended. */
    public int rungsEnded() {
        return (int) IntStream.range(0, plan.rungs().size()).filter(this::ended).count();
    }

    /** Token-steps of the rungs that are ended. */
    public double spent() {
        return plan.rungs().stream().limit(rungsEnded()).mapToDouble(Rung::cost).sum();
    }

    /** The coverage of its intervals. */
    public double coverage() {
        return 1 - MISTAKEN / plan.rungs().size();
    }

    /** How those of a rung that is ended stand, best first. */
    public List<Standing> standings(int rung) {
        var ordered = bestFirst(rung);
        int kept = isLast(rung) ? 1 : plan.rungs().get(rung + 1).candidates();
        return IntStream.range(0, ordered.size())
                .mapToObj(place -> {
                    var score = ordered.get(place);
                    return new Standing(
                            score.candidate(),
                            PairedDifference.toNone(score.correct(), coverage(), seed),
                            behind(ordered.get(0), score),
                            place < kept);
                })
                .toList();
    }

    private List<Integer> starters() {
        return IntStream.range(0, plan.candidates()).boxed().toList();
    }

    /** In the order of the ranking, which is the order of their turns. */
    private List<Integer> survivors(int rung) {
        return bestFirst(rung).stream()
                .limit(plan.rungs().get(rung + 1).candidates())
                .map(Score::candidate)
                .sorted()
                .toList();
    }

    private boolean ended(int rung) {
        return rung < plan.rungs().size()
                && of(rung).size() == plan.rungs().get(rung).candidates();
    }

    private boolean isLast(int rung) {
        return rung == plan.rungs().size() - 1 || clear(rung);
    }

    /** Asks the nearest rival first, which is the one that most often says no. */
    private boolean clear(int rung) {
        var ordered = bestFirst(rung);
        return ordered.stream()
                .skip(1)
                .allMatch(rival -> behind(ordered.get(0), rival).interval().low() > 0);
    }

    private PairedDifference behind(Score leader, Score rival) {
        return PairedDifference.of(leader.correct(), rival.correct(), coverage(), seed);
    }

    private List<Score> bestFirst(int rung) {
        return of(rung).stream().sorted(BEST_FIRST).toList();
    }

    private List<Score> of(int rung) {
        return scores.stream().filter(score -> score.rung() == rung).toList();
    }
}
