package io.kernelign.selector.advice;

import io.kernelign.data.embedding.EmbeddedPair;
import java.util.List;
import java.util.stream.DoubleStream;

/** How far chosen responses are simply the longer ones. */
public final class LengthBias {

    private LengthBias() {}

    /**
     * The correlation over all responses of being chosen (1 or 0) with the length in characters, -1 to 1; 0 when all are equally
     * long.
     *
     * @param texts what the pairs' places point to
     */
    public static double of(List<EmbeddedPair> pairs, List<String> texts) {
        var chosen = pairs.stream()
                .mapToDouble(pair -> texts.get(pair.chosen()).length())
                .toArray();
        var rejected = pairs.stream()
                .mapToDouble(pair -> texts.get(pair.rejected()).length())
                .toArray();
        double mean = all(chosen, rejected).average().orElse(0);
        double spread = Math.sqrt(all(chosen, rejected)
                .map(length -> (length - mean) * (length - mean))
                .average()
                .orElse(0));
        double gap = DoubleStream.of(chosen).average().orElse(0)
                - DoubleStream.of(rejected).average().orElse(0);
        return spread > 0 ? gap / (2 * spread) : 0;
    }

    private static DoubleStream all(double[] chosen, double[] rejected) {
        return DoubleStream.concat(DoubleStream.of(chosen), DoubleStream.of(rejected));
    }
}
