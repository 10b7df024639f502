package io.kernelign.objective.embedding;

import io.kernelign.torch.DType;
import io.kernelign.torch.Primitives;
import io.kernelign.torch.Scope;
import io.kernelign.torch.Tensor;
import io.kernelign.torch.Tensors;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/**
 * How the embeddings of a data set lie, as unit vectors of dimension d: all that kernels on embeddings take from the data,
 * whichever kernel and whatever its parameters. Single precision, so that a file holds it exactly.
 *
 * @param median median Euclidean distance between two embeddings: the width of a radial kernel (median heuristic)
 * @param variances [d] along the axes, largest first, >= 0
 * @param axes [d, d], row-major: the eigenvectors of the covariance in rows, in the order of their variances
 * @param whitening [d, d], row-major; (u - v) times it has the length sqrt((u - v)' S^-1 (u - v)), S the covariance shrunk
 *     as Ledoit and Wolf (2004) do, over the median of that length: it grows with the square root of d, and without a scale
 *     a radial kernel of it is 0 in hundreds of dimensions
 */
public record EmbeddingSpread(float median, float[] variances, float[] axes, float[] whitening) {

    private static final String MEDIAN = "median";
    private static final String VARIANCES = "variances";
    private static final String AXES = "axes";
    private static final String WHITENING = "whitening";

    /** Vectors whose mutual distances give the median. */
    private static final int COMPARED = 512;

    private static final double RANK_ZERO = 1e-12;
    private static final double LEAST_MEDIAN = 1e-6;

    /**
     * Fits to the embeddings of pairs, each [pairs, d].
     *
     * @throws UnusableEmbeddingsException if they are not finite, or all equal
     */
    public static EmbeddingSpread of(Tensor prompt, Tensor chosen, Tensor rejected) {
        try (var scope = Scope.plain()) {
            var units = List.of(prompt, chosen, rejected).stream()
                    .map(UnitVectors::ofFinite)
                    .toList();
            return of(Tensors.concat(units, 0).to(DType.FLOAT64));
        }
    }

    private static EmbeddingSpread of(Tensor vectors) {
        var centred = vectors.minus(vectors.mean(0));
        long n = vectors.size(0);
        var covariance = centred.transpose(0, 1).matmul(centred).over(n);
        var eigen = Primitives.eigh(covariance);
        var variances =
                Arrays.stream(eigen.get(0).doubles()).map(x -> Math.max(x, 0)).toArray();
        if (!(Arrays.stream(variances).sum() > RANK_ZERO)) {
            throw new UnusableEmbeddingsException(
                    "All embeddings are equal (their covariance has rank 0), so they say nothing about any pair.");
        }
        var some = some(vectors);
        var shrunk = LedoitWolf.of(centred, covariance).eigenvalues(variances);
        int dimension = variances.length;
        var scales = Arrays.stream(shrunk).map(x -> 1 / Math.sqrt(x)).toArray();
        var whitening = eigen.get(1).times(Tensors.of(scales, dimension));
        var largestFirst = Tensors.of(
                LongStream.range(0, dimension).map(i -> dimension - 1 - i).toArray());
        return new EmbeddingSpread(
                (float) median(some),
                floats(eigen.get(0).select(0, largestFirst).atLeast(0)),
                floats(eigen.get(1).select(1, largestFirst).transpose(0, 1)),
                floats(whitening.over(median(some.matmul(whitening)))));
    }

    private static float[] floats(Tensor tensor) {
        return tensor.to(DType.FLOAT32).reshape(tensor.elements()).floats();
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

    /** Of the embeddings that it was fitted to. */
    public int dimension() {
        return variances.length;
    }

    /** Everything, by name. */
    public Map<String, float[]> toArrays() {
        return Map.of(MEDIAN, new float[] {median}, VARIANCES, variances, AXES, axes, WHITENING, whitening);
    }

    /**
     * The spread that {@link #toArrays} wrote.
     *
     * @throws IllegalArgumentException if the arrays are not those of a spread
     */
    public static EmbeddingSpread read(Map<String, float[]> arrays) {
        int dimension = arrays.getOrDefault(VARIANCES, new float[0]).length;
        long square = (long) dimension * dimension;
        var lengths = Map.of(MEDIAN, 1L, VARIANCES, (long) dimension, AXES, square, WHITENING, square);
        lengths.forEach((name, length) -> {
            var array = arrays.get(name);
            if (array == null || array.length != length) {
                throw new IllegalArgumentException(
                        "%s has %s numbers instead of %d".formatted(name, array == null ? "no" : array.length, length));
            }
        });
        return new EmbeddingSpread(
                arrays.get(MEDIAN)[0], arrays.get(VARIANCES), arrays.get(AXES), arrays.get(WHITENING));
    }
}
