package io.kernelign.alignment.selection;

import io.kernelign.alignment.Quantile;
import java.util.Arrays;

/** Equal bins over [least, most]. */
record Bins(double least, double most, int count) {

    private static final int FEWEST = 8;
    private static final int MOST = 64;

    /** Width 2 IQR / n^(1/3) (Freedman and Diaconis 1981), but 8 to 64 bins; the sample must not be constant. */
    static Bins freedmanDiaconis(double[] sample) {
        var sorted = sample.clone();
        Arrays.sort(sorted);
        double range = sorted[sorted.length - 1] - sorted[0];
        double width = 2 * (Quantile.of(sorted, 0.75) - Quantile.of(sorted, 0.25)) / Math.cbrt(sorted.length);
        double wanted = Math.ceil(range / width);
        return new Bins(sorted[0], sorted[sorted.length - 1], (int) Math.max(FEWEST, Math.min(MOST, wanted)));
    }

    int indexOf(double value) {
        return Math.min(count - 1, (int) ((value - least) / (most - least) * count));
    }
}
