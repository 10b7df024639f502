package io.kernelign.alignment.selection;

/** Positive-negative alignment variance: mean((d+ - d-)^2) / s^2 (Table 3). */
final class AlignmentVariance implements PairMetric {

    @Override
    public Measurement measure(PairDistances pairs, long seed) {
        double square = Moments.mean(pairs.size(), i -> pairs.difference(i) * pairs.difference(i));
        return Measurement.of(square / (pairs.spread() * pairs.spread()));
    }
}
