package io.kernelign.alignment.selection;

import io.kernelign.alignment.Quantile;
import java.util.Arrays;

/** A third of a sample lies below {@code lower}, a third above {@code upper}. */
public record Thirds(double lower, double upper) {

    /** @param values not empty, in any order */
    static Thirds of(double[] values) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        return new Thirds(Quantile.of(sorted, 1.0 / 3), Quantile.of(sorted, 2.0 / 3));
    }
}
