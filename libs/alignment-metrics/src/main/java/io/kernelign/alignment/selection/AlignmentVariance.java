package io.kernelign.alignment.selection;

import java.util.Arrays;

/** Positive-negative alignment variance: mean((d+ - d-)^2) / s^2 (Table 3). */
final class AlignmentVariance implements PairMetric {

    @Override
    public Measurement measure(PairDistances pairs, long seed) {
        double square =
                Moments.mean(Arrays.stream(pairs.differences()).map(x -> x * x).toArray());
        return Measurement.of(square / (pairs.spread() * pairs.spread()));
    }
}
