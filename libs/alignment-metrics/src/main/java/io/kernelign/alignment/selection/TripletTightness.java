package io.kernelign.alignment.selection;

import java.util.stream.IntStream;

/** Triplet alignment tightness: mean(|e+ - e-| / (d+ + d-)) over the pairs with d+ + d- > 0 (Table 3). */
final class TripletTightness implements PairMetric {

    @Override
    public Measurement measure(PairDistances pairs, long seed) {
        return Measurement.of(IntStream.range(0, pairs.size())
                .filter(i -> pairs.toChosen(i) + pairs.toRejected(i) > 0)
                .mapToDouble(i -> pairs.between(i) / (pairs.toChosen(i) + pairs.toRejected(i)))
                .average());
    }
}
