package io.kernelign.alignment.selection;

/** Pearson kurtosis of d+ - d- (Table 4); differences that are all the same have none. */
final class Kurtosis implements PairMetric {

    private static final double LEAST_VARIANCE = 1e-18;

    @Override
    public Measurement measure(PairDistances pairs, long seed) {
        var differences = pairs.differences();
        double variance = Moments.central(differences, 2);
        return variance >= LEAST_VARIANCE
                ? Measurement.of(Moments.central(differences, 4) / (variance * variance))
                : Measurement.CANNOT_SAY;
    }
}
