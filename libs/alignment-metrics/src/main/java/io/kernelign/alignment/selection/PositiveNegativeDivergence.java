package io.kernelign.alignment.selection;

import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * Positive-negative divergence: mean(d+ - d-) / s (App. G), and beside it mean(d+ / d-) (Table 3) over the pairs with
 * d- > 0.
 */
final class PositiveNegativeDivergence implements PairMetric {

    @Override
    public Measurement measure(PairDistances pairs, long seed) {
        var ratio = IntStream.range(0, pairs.size())
                .filter(i -> pairs.toRejected(i) > 0)
                .mapToDouble(i -> pairs.toChosen(i) / pairs.toRejected(i))
                .average();
        return new Measurement(OptionalDouble.of(Moments.mean(pairs.differences()) / pairs.spread()), ratio);
    }
}
