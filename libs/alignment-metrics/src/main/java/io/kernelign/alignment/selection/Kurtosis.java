package io.kernelign.alignment.selection;

/** Pearson kurtosis of d+ - d- (Table 4); differences that are all the same have none. */
final class Kurtosis implements PairMetric {

    private static final double LEAST_VARIANCE = 1e-18;

    @Override
    public Measurement measure(PairDistances pairs, long seed) {
        double variance = Moments.variance(pairs.size(), pairs::difference);
        return variance >= LEAST_VARIANCE
                ? Measurement.of(Moments.fourth(pairs.size(), pairs::difference) / (variance * variance))
                : Measurement.CANNOT_SAY;
    }
}
