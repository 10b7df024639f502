package io.kernelign.alignment.selection;

/** Drift magnitude: |mean(d+ - d-)| / s (Table 4). */
final class DriftMagnitude implements PairMetric {

    @Override
    public Measurement measure(PairDistances pairs, long seed) {
        return Measurement.of(Math.abs(Moments.mean(pairs.size(), pairs::difference)) / pairs.spread());
    }
}
