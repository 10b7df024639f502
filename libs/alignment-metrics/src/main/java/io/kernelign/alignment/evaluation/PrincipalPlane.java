package io.kernelign.alignment.evaluation;

import java.util.Arrays;

/**
 * The plane in which points vary most: their two leading principal components (Pearson 1901), found by power iteration on
 * the points' Gram matrix.
 *
 * @param mean of the points that it was fitted to
 * @param axes two orthogonal unit vectors, of more variance first; the largest number of each is positive
 * @param explained share of the points' variance along each axis
 */
public record PrincipalPlane(double[] mean, double[][] axes, double[] explained) {

    private static final int AXES = 2;
    private static final int MOST_ITERATIONS = 2000;
    private static final double CONVERGED = 1e-11;

    /**
     * @param points one row a point, at least one point
     * @throws IllegalArgumentException when there is no point
     */
    public static PrincipalPlane of(float[][] points) {
        if (points.length == 0) {
            throw new IllegalArgumentException("a plane needs at least one point");
        }
        var mean = mean(points);
        var centred =
                Arrays.stream(points).map(point -> difference(point, mean)).toArray(double[][]::new);
        var gram = gram(centred);
        double variance = 0;
        for (int i = 0; i < gram.length; i++) {
            variance += gram[i][i];
        }
        var axes = new double[AXES][];
        var explained = new double[AXES];
        for (int i = 0; i < AXES; i++) {
            var coefficients = leading(gram, i);
            double along = dot(coefficients, times(gram, coefficients));
            explained[i] = variance == 0 ? 0 : along / variance;
            axes[i] = direction(centred, coefficients);
            deflate(gram, coefficients, along);
        }
        return new PrincipalPlane(mean, axes, explained);
    }

    /** Where points of the same space lie in the plane: one row of two coordinates a point. */
    public double[][] project(float[][] points) {
        return Arrays.stream(points)
                .map(point -> difference(point, mean))
                .map(offset -> Arrays.stream(axes)
                        .mapToDouble(axis -> dot(axis, offset))
                        .toArray())
                .toArray(double[][]::new);
    }

    private static double[] mean(float[][] points) {
        var mean = new double[points[0].length];
        for (var point : points) {
            for (int d = 0; d < mean.length; d++) {
                mean[d] += point[d] / (double) points.length;
            }
        }
        return mean;
    }

    private static double[] difference(float[] point, double[] mean) {
        var difference = new double[mean.length];
        Arrays.setAll(difference, d -> point[d] - mean[d]);
        return difference;
    }

    private static double[][] gram(double[][] rows) {
        var gram = new double[rows.length][rows.length];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j <= i; j++) {
                gram[i][j] = dot(rows[i], rows[j]);
                gram[j][i] = gram[i][j];
            }
        }
        return gram;
    }

    /** The unit eigenvector of the largest eigenvalue; zero where the matrix is. */
    private static double[] leading(double[][] matrix, int seed) {
        var vector = new double[matrix.length];
        Arrays.setAll(vector, i -> Math.sin(1 + i + seed));
        normalise(vector);
        double change = 1;
        for (int i = 0; i < MOST_ITERATIONS && change > CONVERGED; i++) {
            var next = times(matrix, vector);
            if (normalise(next) == 0) {
                return next;
            }
            change = distance(vector, next);
            vector = next;
        }
        return vector;
    }

    private static void deflate(double[][] matrix, double[] vector, double eigenvalue) {
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j < matrix.length; j++) {
                matrix[i][j] -= eigenvalue * vector[i] * vector[j];
            }
        }
    }

    private static double[] direction(double[][] rows, double[] coefficients) {
        var axis = new double[rows[0].length];
        for (int i = 0; i < rows.length; i++) {
            for (int d = 0; d < axis.length; d++) {
                axis[d] += coefficients[i] * rows[i][d];
            }
        }
        normalise(axis);
        double largest = Arrays.stream(axis).reduce(0, (a, b) -> Math.abs(b) > Math.abs(a) ? b : a);
        return largest < 0 ? Arrays.stream(axis).map(x -> -x).toArray() : axis;
    }

    private static double[] times(double[][] matrix, double[] vector) {
        return Arrays.stream(matrix).mapToDouble(row -> dot(row, vector)).toArray();
    }

    /** Divides by the length, unless that is 0; answers it. */
    private static double normalise(double[] vector) {
        double length = Math.sqrt(dot(vector, vector));
        if (length > 0) {
            for (int i = 0; i < vector.length; i++) {
                vector[i] /= length;
            }
        }
        return length;
    }

    private static double distance(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return Math.sqrt(sum);
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
