package io.kernelign.alignment.selection;

/** Triplet alignment tightness: mean(|e+ - e-| / (d+ + d-)) over the pairs with d+ + d- > 0 (Table 3). */
final class TripletTightness implements PairMetric {

    @Override
    public Measurement measure(PairDistances pairs, long seed) {
        return Measurement.of(pairs.meanRatio(pairs::between, pairs::total));
    }
}
