package io.kernelign.alignment.race;

import io.kernelign.alignment.selection.Interval;
import java.util.SplittableRandom;

/**
 * How much larger a share of the same pairs one candidate ranks rightly than another, with the percentile interval of its
 * bootstrap over the pairs (Efron 1981).
 *
 * @param value from -1 to 1
 */
public record PairedDifference(double value, Interval interval) {

    private static final int RESAMPLES = 2000;

    /**
     * @param one of each pair, whether it is ranked rightly; at least one pair
     * @param other of the same pairs
     * @param coverage of the interval, in (0, 1)
     */
    public static PairedDifference of(boolean[] one, boolean[] other, double coverage, long seed) {
        int pairs = one.length;
        int wins = 0;
        int losses = 0;
        for (int pair = 0; pair < pairs; pair++) {
            wins += one[pair] && !other[pair] ? 1 : 0;
            losses += other[pair] && !one[pair] ? 1 : 0;
        }
        return new PairedDifference(
                (double) (wins - losses) / pairs, interval(wins, losses, pairs, coverage, new SplittableRandom(seed)));
    }

    /** The interval of the share itself. */
    public static PairedDifference toNone(boolean[] one, double coverage, long seed) {
        return of(one, new boolean[one.length], coverage, seed);
    }

    /** A resample needs to know no more of a pair than whether it is a win, a loss or neither. */
    private static Interval interval(int wins, int losses, int pairs, double coverage, SplittableRandom random) {
        if (wins + losses == 0) {
            return new Interval(0, 0);
        }
        var means = new double[RESAMPLES];
        for (int resample = 0; resample < RESAMPLES; resample++) {
            int sum = 0;
            for (int draw = 0; draw < pairs; draw++) {
                int pair = random.nextInt(pairs);
                sum += pair < wins ? 1 : pair < wins + losses ? -1 : 0;
            }
            means[resample] = (double) sum / pairs;
        }
        return Interval.middle(means, coverage);
    }
}
