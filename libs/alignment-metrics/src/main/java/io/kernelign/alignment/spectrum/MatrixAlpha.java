package io.kernelign.alignment.spectrum;

import java.util.Optional;

/**
 * One row of the table of weighted alpha; logarithms are decadic.
 *
 * @param log10LambdaMax of the largest eigenvalue
 * @param weightedAlpha alpha log10 lambda_max
 * @param logAlphaNorm log10 sum lambda^alpha
 * @param alphaW sum lambda^-alpha log10 lambda / sum lambda^-alpha over the eigenvalues that were fitted (paper, M.1
 *     Eq. 4)
 */
public record MatrixAlpha(
        String name,
        double alpha,
        double xmin,
        double distance,
        int tail,
        double log10LambdaMax,
        double weightedAlpha,
        double logAlphaNorm,
        double alphaW) {

    private static final double WELL_TRAINED_LEAST = 2;
    private static final double WELL_TRAINED_MOST = 6;

    /** Empty when the matrix has too few eigenvalues for a fit. */
    static Optional<MatrixAlpha> of(MatrixSpectrum matrix) {
        return PowerLawFit.of(matrix.eigenvalues()).map(fit -> of(matrix, fit));
    }

    private static MatrixAlpha of(MatrixSpectrum matrix, PowerLawFit fit) {
        var eigenvalues = matrix.eigenvalues();
        double logMax = Math.log10(largest(eigenvalues));
        return new MatrixAlpha(
                matrix.name(),
                fit.alpha(),
                fit.xmin(),
                fit.distance(),
                fit.tail(),
                logMax,
                fit.alpha() * logMax,
                logAlphaNorm(eigenvalues, fit.alpha(), logMax),
                alphaW(PowerLawFit.sortedNonZero(eigenvalues), fit.alpha()));
    }

    /** Whether alpha lies outside [2, 6], where well trained matrices lie. */
    boolean outside() {
        return alpha < WELL_TRAINED_LEAST || alpha > WELL_TRAINED_MOST;
    }

    private static double logAlphaNorm(double[] eigenvalues, double alpha, double logMax) {
        double max = Math.pow(10, logMax);
        double sum = 0;
        for (double x : eigenvalues) {
            sum += Math.pow(x / max, alpha);
        }
        return alpha * logMax + Math.log10(sum);
    }

    private static double largest(double[] eigenvalues) {
        double largest = 0;
        for (double x : eigenvalues) {
            largest = Math.max(largest, x);
        }
        return largest;
    }

    /** @param eigenvalues ascending */
    private static double alphaW(double[] eigenvalues, double alpha) {
        double least = eigenvalues[0];
        double weights = 0;
        double sum = 0;
        for (double x : eigenvalues) {
            double weight = Math.pow(x / least, -alpha);
            weights += weight;
            sum += weight * Math.log10(x);
        }
        return sum / weights;
    }
}
