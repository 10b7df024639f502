package io.kernelign.objective.embedding;

import io.kernelign.torch.Scope;
import io.kernelign.torch.Tensor;
import io.kernelign.torch.Tensors;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An {@link EmbeddingSpread} as one objective reads it, of unit vectors of dimension d. All constants; single precision, so
 * that a checkpoint holds them exactly.
 *
 * @param median see {@link EmbeddingSpread}
 * @param components leading axes in rows [p, d], largest variance first, which hold the configured share of the variance
 * @param whitening [d, d], see {@link EmbeddingSpread}
 */
public record EmbeddingFit(float median, Tensor components, Tensor whitening) implements AutoCloseable {

    private static final String MEDIAN = "median";
    private static final String COMPONENTS = "components";
    private static final String WHITENING = "whitening";

    /** @param explainedVariance share of the variance, 0 to 1 */
    static EmbeddingFit of(EmbeddingSpread spread, double explainedVariance) {
        return of(
                spread.median(),
                Arrays.copyOf(spread.axes(), leading(spread.variances(), explainedVariance) * spread.dimension()),
                spread.whitening());
    }

    private static EmbeddingFit of(float median, float[] components, float[] whitening) {
        long dimension = Math.round(Math.sqrt(whitening.length));
        try (var scope = Scope.plain()) {
            return new EmbeddingFit(
                    median,
                    Tensors.of(components, components.length / dimension, dimension)
                            .retain(),
                    Tensors.of(whitening, dimension, dimension).retain());
        }
    }

    /** How many of the variances, largest first, reach a share of their sum. */
    private static int leading(float[] variances, double share) {
        double total = 0;
        for (float variance : variances) {
            total += variance;
        }
        int count = 0;
        for (double reached = 0; reached < share * total && count < variances.length; count++) {
            reached += variances[count];
        }
        return count;
    }

    Map<String, float[]> toArrays() {
        var arrays = new LinkedHashMap<String, float[]>();
        try (var scope = Scope.plain()) {
            arrays.put(MEDIAN, new float[] {median});
            arrays.put(COMPONENTS, components.reshape(components.elements()).floats());
            arrays.put(WHITENING, whitening.reshape(whitening.elements()).floats());
        }
        return arrays;
    }

    static EmbeddingFit read(Map<String, float[]> arrays) {
        return of(arrays.get(MEDIAN)[0], arrays.get(COMPONENTS), arrays.get(WHITENING));
    }

    @Override
    public void close() {
        components.close();
        whitening.close();
    }
}
