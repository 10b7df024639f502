package io.kernelign.search;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Successive halving (Jamieson and Talwalkar 2016): many points are tried for a small share of a run, and of each rung the best
 * go on to the next, whose runs are longer by as much as it has fewer of them; those of the last are whole.
 *
 * @param rungs first to last, at least one
 */
public record Bracket(List<Rung> rungs) {

    public Bracket {
        rungs = List.copyOf(rungs);
    }

    /**
     * With n points at first and s + 1 rungs, rung i = 0..s has floor(n / eta^i) trials of the share eta^(i - s).
     *
     * @param points at first, at least eta^(rungs - 1)
     * @param eta at least 2
     * @param rungs at least 1
     */
    public static Bracket of(int points, int eta, int rungs) {
        return new Bracket(IntStream.range(0, rungs)
                .mapToObj(i -> new Rung(points / power(eta, i), 1.0 / power(eta, rungs - 1 - i)))
                .toList());
    }

    /**
     * Hyperband (Li et al. 2018, Algorithm 1): how many points are worth a short look, and how short a one, depends on what is
     * searched, so every trade is made once, at about the same cost. Bracket s = s_max..0 has s + 1 rungs and
     * ceil((s_max + 1) / (s + 1) eta^s) points at first.
     *
     * @param eta at least 2
     * @param rungs of the first bracket, s_max + 1; eta^(rungs - 1) below 2^31
     */
    public static List<Bracket> hyperband(int eta, int rungs) {
        return IntStream.iterate(rungs, of -> of > 0, of -> of - 1)
                .mapToObj(of -> of(ceilOfQuotient((long) rungs * power(eta, of - 1), of), eta, of))
                .toList();
    }

    /** How many different points it tries at most. */
    public int points() {
        return rungs.get(0).trials();
    }

    /** How many trials it has at most. */
    public int trials() {
        return rungs.stream().mapToInt(Rung::trials).sum();
    }

    /** How many whole runs its trials cost together at most. */
    public double runs() {
        return rungs.stream().mapToDouble(rung -> rung.trials() * rung.share()).sum();
    }

    private static int ceilOfQuotient(long dividend, int divisor) {
        return Math.toIntExact((dividend + divisor - 1) / divisor);
    }

    private static int power(int base, int exponent) {
        return Math.toIntExact(Math.round(Math.pow(base, exponent)));
    }
}
