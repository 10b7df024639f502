package io.kernelign.benchmarks.headers;

import io.kernelign.benchmarks.headers.HeaderTrial.Flaw;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;

/** What became of a range of cases. */
final class HeaderTally {

    /** Loading a class allocates too, once, and is not what is measured. */
    private static final int WARM_UP = 2_000;

    private long cases;
    private long accepted;
    private double largestShare;
    private final Map<String, Long> refusals = new TreeMap<>();
    private final Map<Flaw, Long> flaws = new EnumMap<>(Flaw.class);
    private final Map<Flaw, Long> examples = new EnumMap<>(Flaw.class);

    /** Tries the cases from {@code first} to before {@code end}. */
    static HeaderTally of(HeaderMutator mutator, long first, long end) {
        LongStream.range(0, WARM_UP).forEach(number -> HeaderTrial.of(mutator.mutate(number)));
        var tally = new HeaderTally();
        LongStream.range(first, end).forEach(number -> {
            tally.add(number, HeaderTrial.of(mutator.mutate(number)));
        });
        return tally;
    }

    private void add(long number, HeaderTrial trial) {
        cases++;
        accepted += trial.refusal().isEmpty() && trial.flaw().isEmpty() ? 1 : 0;
        largestShare = Math.max(largestShare, trial.allocationShare());
        trial.refusal().ifPresent(reason -> refusals.merge(reason, 1L, Long::sum));
        trial.flaw().ifPresent(flaw -> {
            flaws.merge(flaw, 1L, Long::sum);
            examples.putIfAbsent(flaw, number);
        });
    }

    /** All of several. */
    static HeaderTally sum(List<HeaderTally> parts) {
        var sum = new HeaderTally();
        for (var part : parts) {
            sum.cases += part.cases;
            sum.accepted += part.accepted;
            sum.largestShare = Math.max(sum.largestShare, part.largestShare);
            part.refusals.forEach((reason, count) -> sum.refusals.merge(reason, count, Long::sum));
            part.flaws.forEach((flaw, count) -> sum.flaws.merge(flaw, count, Long::sum));
            part.examples.forEach(sum.examples::putIfAbsent);
        }
        return sum;
    }

    long cases() {
        return cases;
    }

    long accepted() {
        return accepted;
    }

    /** The most that one case allocated, as a share of what it may. */
    double largestShare() {
        return largestShare;
    }

    Map<String, Long> refusals() {
        return refusals;
    }

    long count(Flaw flaw) {
        return flaws.getOrDefault(flaw, 0L);
    }

    /** A case with each flaw that there is. */
    Map<Flaw, Long> examples() {
        return examples;
    }
}
