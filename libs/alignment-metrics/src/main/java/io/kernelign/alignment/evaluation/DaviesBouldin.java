package io.kernelign.alignment.evaluation;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * Davies-Bouldin score (Davies and Bouldin 1979): mean over clusters of the worst (scatter_i + scatter_j) / distance of
 * centroids, Euclidean; 0 is best separated.
 */
public final class DaviesBouldin {

    private DaviesBouldin() {}

    /**
     * @param points one row a point
     * @param labels cluster of each point, from 0; every cluster up to the highest has a point
     * @return empty when two centroids coincide
     * @throws IllegalArgumentException when there are fewer than two clusters, a cluster without a point, or not one
     *     label a point
     */
    public static OptionalDouble score(float[][] points, int[] labels) {
        if (points.length != labels.length) {
            throw new IllegalArgumentException("%d labels for %d points".formatted(labels.length, points.length));
        }
        int clusters = IntStream.of(labels).max().orElse(0) + 1;
        if (clusters < 2) {
            throw new IllegalArgumentException("a Davies-Bouldin score needs at least two clusters");
        }
        var rows = Arrays.stream(points).map(DaviesBouldin::widened).toArray(double[][]::new);
        var centroids = centroids(rows, labels, clusters);
        var scatter = scatter(rows, labels, centroids);
        double sum = 0;
        for (int i = 0; i < clusters; i++) {
            double worst = 0;
            for (int j = 0; j < clusters; j++) {
                if (i != j) {
                    double apart = distance(centroids[i], centroids[j]);
                    if (apart == 0) {
                        return OptionalDouble.empty();
                    }
                    worst = Math.max(worst, (scatter[i] + scatter[j]) / apart);
                }
            }
            sum += worst;
        }
        return OptionalDouble.of(sum / clusters);
    }

    private static double[][] centroids(double[][] points, int[] labels, int clusters) {
        var centroids = new double[clusters][points[0].length];
        var sizes = new int[clusters];
        for (int i = 0; i < points.length; i++) {
            sizes[labels[i]]++;
            for (int d = 0; d < points[i].length; d++) {
                centroids[labels[i]][d] += points[i][d];
            }
        }
        for (int k = 0; k < clusters; k++) {
            if (sizes[k] == 0) {
                throw new IllegalArgumentException("cluster " + k + " has no point");
            }
            for (int d = 0; d < centroids[k].length; d++) {
                centroids[k][d] /= sizes[k];
            }
        }
        return centroids;
    }

    /** Mean distance of each cluster's points to its centroid. */
    private static double[] scatter(double[][] points, int[] labels, double[][] centroids) {
        var sum = new double[centroids.length];
        var sizes = new int[centroids.length];
        for (int i = 0; i < points.length; i++) {
            sizes[labels[i]]++;
            sum[labels[i]] += distance(points[i], centroids[labels[i]]);
        }
        return IntStream.range(0, sum.length)
                .mapToDouble(k -> sum[k] / sizes[k])
                .toArray();
    }

    private static double[] widened(float[] row) {
        return IntStream.range(0, row.length).mapToDouble(i -> row[i]).toArray();
    }

    private static double distance(double[] a, double[] b) {
        return Math.sqrt(IntStream.range(0, b.length)
                .mapToDouble(d -> (a[d] - b[d]) * (a[d] - b[d]))
                .sum());
    }
}
