package io.kernelign.objective.embedding;

import io.kernelign.objective.kernel.Kernel;
import io.kernelign.torch.Scope;
import io.kernelign.torch.Tensor;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * q = (d(e_x, e_-) - d(e_x, e_+)) / scale [pairs], with the distance of the kernel's own feature space: above 0 when the
 * chosen response lies nearer to the prompt than the rejected one. The scale is the standard deviation of the numerator, so
 * that a weight of q means the same for every kernel.
 */
public final class SemanticMargin implements SemanticReading {

    /** As many pairs as a fit needs; more say nothing new. */
    public static final int FITTED_PAIRS = 4096;

    private static final String SCALE = "scale";

    /** Below it a spread of distances is their rounding. */
    private static final double LEAST_DEVIATION = 1e-6;

    /** Keeps the slope of a distance finite where two embeddings are equal. */
    private static final double TINY = 1e-12;

    private final EmbeddingFit fit;
    private final FeatureDistance distance;
    private final float scale;

    private SemanticMargin(EmbeddingFit fit, FeatureDistance distance, float scale) {
        this.fit = fit;
        this.distance = distance;
        this.scale = scale;
    }

    /**
     * Fits to the embeddings of pairs, each [pairs, d].
     *
     * @throws UnusableEmbeddingsException if they are not finite, all equal, or every pair's margin is the same
     */
    public static SemanticMargin fit(
            Kernel kernel, SemanticSignal signal, Tensor prompt, Tensor chosen, Tensor rejected) {
        return fit(kernel, signal, EmbeddingSpread.of(prompt, chosen, rejected), prompt, chosen, rejected);
    }

    /**
     * Fits the scale alone to the embeddings of pairs, each [pairs, d].
     *
     * @param spread of embeddings of the same encoder
     * @throws UnusableEmbeddingsException if they are not finite, or every pair's margin is the same
     */
    public static SemanticMargin fit(
            Kernel kernel,
            SemanticSignal signal,
            EmbeddingSpread spread,
            Tensor prompt,
            Tensor chosen,
            Tensor rejected) {
        try (var scope = Scope.plain()) {
            var x = UnitVectors.ofFinite(prompt);
            var plus = UnitVectors.ofFinite(chosen);
            var minus = UnitVectors.ofFinite(rejected);
            var fit = EmbeddingFit.of(spread, signal.explainedVariance());
            try {
                var distance = kernel.onEmbeddings(signal, fit);
                var numerator = numerator(distance, x, plus, minus);
                double deviation = Math.sqrt(
                        numerator.minus(numerator.mean()).square().mean().item());
                if (!(deviation > LEAST_DEVIATION)) {
                    throw new UnusableEmbeddingsException(
                            "Every pair has the same semantic margin, so embeddings tell no pair from another.");
                }
                return new SemanticMargin(fit, distance, (float) deviation);
            } catch (RuntimeException e) {
                fit.close();
                throw e;
            }
        }
    }

    /** The margin that {@link #toArrays} wrote. */
    public static SemanticMargin restored(Kernel kernel, SemanticSignal signal, Map<String, float[]> arrays) {
        var fit = EmbeddingFit.read(arrays);
        return new SemanticMargin(fit, kernel.onEmbeddings(signal, fit), arrays.get(SCALE)[0]);
    }

    @Override
    public Tensor of(Tensor prompt, Tensor chosen, Tensor rejected) {
        return numerator(distance, UnitVectors.of(prompt), UnitVectors.of(chosen), UnitVectors.of(rejected))
                .over(scale);
    }

    private static Tensor numerator(FeatureDistance distance, Tensor x, Tensor plus, Tensor minus) {
        return root(distance.squared(x, minus)).minus(root(distance.squared(x, plus)));
    }

    private static Tensor root(Tensor squared) {
        return squared.atLeast(0).plus(TINY).sqrt();
    }

    @Override
    public Map<String, float[]> toArrays() {
        var arrays = new LinkedHashMap<>(fit.toArrays());
        arrays.put(SCALE, new float[] {scale});
        return arrays;
    }

    @Override
    public void close() {
        fit.close();
    }
}
