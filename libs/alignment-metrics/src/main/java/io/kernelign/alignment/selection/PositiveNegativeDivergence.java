package io.kernelign.alignment.selection;

import java.util.OptionalDouble;

/**
 * Positive-negative divergence: mean(d+ - d-) / s (App. G), and beside it mean(d+ / d-) (Table 3) over the pairs with
 * d- > 0.
 */
final class PositiveNegativeDivergence implements PairMetric {

    @Override
    public Measurement measure(PairDistances pairs, long seed) {
        double difference = Moments.mean(pairs.size(), pairs::difference);
        return new Measurement(
                OptionalDouble.of(difference / pairs.spread()), pairs.meanRatio(pairs::toChosen, pairs::toRejected));
    }
}
