package io.kernelign.objective.embedding;

import io.kernelign.torch.DType;
import io.kernelign.torch.Primitives;
import io.kernelign.torch.Scope;
import io.kernelign.torch.Tensor;
import io.kernelign.torch.Tensors;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.LongStream;

/**
 * What kernels on embeddings take from the data, of unit vectors of dimension d. All constants; single precision, so that a
 * checkpoint holds them exactly.
 *
 * @param median median Euclidean distance between two embeddings: the width of a radial kernel (median heuristic)
 * @param components leading eigenvectors of the covariance in rows [p, d], largest variance first, which hold the configured share of the variance
 * @param whitening [d, d]; (u - v) times it has the length sqrt((u - v)' S^-1 (u - v)), S the covariance shrunk as Ledoit
 *     and Wolf (2004) do, over the median of that length: it grows with the square root of d, and without a scale a radial
 *     kernel of it is 0 in hundreds of dimensions
 */
public record EmbeddingFit(float median, Tensor components, Tensor whitening) implements AutoCloseable {

    private static final String MEDIAN = "median";
    private static final String COMPONENTS = "components";
    private static final String WHITENING = "whitening";

    /** Vectors whose mutual distances give the median. */
    private static final int COMPARED = 512;

    private static final double RANK_ZERO = 1e-12;
    private static final double LEAST_MEDIAN = 1e-6;

    /**
     * @param vectors unit vectors [n, d]
     * @param explainedVariance share of the variance, 0 to 1
     * @throws UnusableEmbeddingsException if all vectors are equal
     */
    static EmbeddingFit of(Tensor vectors, double explainedVariance) {
        try (var scope = Scope.plain()) {
            var wide = vectors.to(DType.FLOAT64);
            var centred = wide.minus(wide.mean(0));
            long n = vectors.size(0);
            var covariance = centred.transpose(0, 1).matmul(centred).over(n);
            var eigen = Primitives.eigh(covariance);
            var variances = Arrays.stream(eigen.get(0).doubles())
                    .map(x -> Math.max(x, 0))
                    .toArray();
            double total = Arrays.stream(variances).sum();
            if (!(total > RANK_ZERO)) {
                throw new UnusableEmbeddingsException(
                        "All embeddings are equal (their covariance has rank 0), so they say nothing about any pair.");
            }
            var some = some(wide);
            var shrunk = LedoitWolf.of(centred, covariance).eigenvalues(variances);
            int dimension = variances.length;
            var leading = leading(variances, explainedVariance * total);
            var scales = Arrays.stream(shrunk).map(x -> 1 / Math.sqrt(x)).toArray();
            var whitening = eigen.get(1).times(Tensors.of(scales, dimension));
            return new EmbeddingFit(
                    (float) median(some),
                    kept(eigen.get(1).select(1, leading).transpose(0, 1)),
                    kept(whitening.over(median(some.matmul(whitening)))));
        }
    }

    private static Tensor kept(Tensor tensor) {
        return Tensors.of(tensor.to(DType.FLOAT32).floats(), tensor.shape()).retain();
    }

    /** Where the largest variances stand whose sum reaches another, largest first. */
    private static Tensor leading(double[] variances, double sum) {
        int count = 0;
        for (double reached = 0; reached < sum && count < variances.length; count++) {
            reached += variances[variances.length - 1 - count];
        }
        return Tensors.of(
                LongStream.range(0, count).map(i -> variances.length - 1 - i).toArray());
    }

    private static Tensor some(Tensor vectors) {
        int compared = (int) Math.min(COMPARED, vectors.size(0));
        var chosen = new long[compared];
        for (int i = 0; i < compared; i++) {
            chosen[i] = i * vectors.size(0) / compared;
        }
        return vectors.select(0, Tensors.of(chosen));
    }

    /** Median distance between two of the vectors [n, d], or a tiny one when most of them coincide. */
    private static double median(Tensor vectors) {
        var squares = vectors.square().sum(-1);
        var products = vectors.matmul(vectors.transpose(0, 1)).times(2);
        var squared = squares.unsqueeze(0).plus(squares.unsqueeze(1)).minus(products);
        var flat = squared.reshape(squared.elements()).doubles();
        int n = (int) vectors.size(0);
        var distances = new double[n * (n - 1) / 2];
        int at = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                distances[at++] = Math.sqrt(Math.max(0, flat[i * n + j]));
            }
        }
        Arrays.sort(distances);
        return Math.max(distances[distances.length / 2], LEAST_MEDIAN);
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
        var whitening = arrays.get(WHITENING);
        long dimension = Math.round(Math.sqrt(whitening.length));
        var components = arrays.get(COMPONENTS);
        try (var scope = Scope.plain()) {
            return new EmbeddingFit(
                    arrays.get(MEDIAN)[0],
                    Tensors.of(components, components.length / dimension, dimension)
                            .retain(),
                    Tensors.of(whitening, dimension, dimension).retain());
        }
    }

    @Override
    public void close() {
        components.close();
        whitening.close();
    }
}
