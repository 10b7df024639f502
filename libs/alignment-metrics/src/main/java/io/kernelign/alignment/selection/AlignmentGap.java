package io.kernelign.alignment.selection;

/** Normalised alignment gap: mean((d- - d+) / (d- + d+)) over the pairs with d- + d+ > 0 (Table 3). */
final class AlignmentGap implements PairMetric {

    @Override
    public Measurement measure(PairDistances pairs, long seed) {
        return Measurement.of(pairs.meanRatio(i -> -pairs.difference(i), pairs::total));
    }
}
