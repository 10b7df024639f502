package io.kernelign.benchmarks.objective.steptime;

import io.kernelign.benchmarks.Measured;
import java.util.Arrays;
import java.util.function.DoubleSupplier;

/**
 * Median of paired ratios of step times, with the order statistics between which the true median lies in 99 of 100 cases.
 *
 * @param rounds ratios that were measured
 */
record StepRatio(double median, double low, double high, int rounds) {

    /** Fewer have no such interval. */
    private static final int LEAST_ROUNDS = 8;

    private static final double NORMAL_99 = 2.576;

    /**
     * Makes a step of each in every round, either first in turns, until the interval does not hold the goal or all rounds
     * are made.
     *
     * @param step answers the seconds of one step
     */
    static StepRatio measure(DoubleSupplier plain, DoubleSupplier step, double goal, int mostRounds) {
        var ratios = new double[mostRounds];
        for (int i = 0; i < mostRounds; i++) {
            boolean first = i % 2 == 0;
            double before = first ? plain.getAsDouble() : step.getAsDouble();
            double after = first ? step.getAsDouble() : plain.getAsDouble();
            ratios[i] = first ? after / before : before / after;
            var so = of(Arrays.copyOf(ratios, i + 1));
            if (so.rounds >= LEAST_ROUNDS && (goal < so.low || goal > so.high)) {
                return so;
            }
        }
        return of(ratios);
    }

    /** Of at least one ratio; the ranks are those of the binomial distribution's normal approximation. */
    static StepRatio of(double[] ratios) {
        var sorted = Arrays.stream(ratios).sorted().toArray();
        int beyond = (int) Math.floor((sorted.length - NORMAL_99 * Math.sqrt(sorted.length)) / 2);
        int rank = Math.max(0, beyond);
        return new StepRatio(Measured.median(sorted), sorted[rank], sorted[sorted.length - 1 - rank], sorted.length);
    }
}
