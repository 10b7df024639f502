package io.kernelign.alignment.spectrum;

import java.util.Optional;

/**
 * The eigenvalues of W'W of one weight matrix, min(rows, columns) of them in any order, and the power law of their tail.
 *
 * @param name of the matrix in the model
 * @param law empty when there are too few of them for a fit
 */
public record MatrixSpectrum(String name, double[] eigenvalues, Optional<PowerLawFit> law) {

    /** Fits the law. */
    public MatrixSpectrum(String name, double[] eigenvalues) {
        this(name, eigenvalues, PowerLawFit.of(eigenvalues));
    }

    /**
     * From singular values of W.
     *
     * @param singularValues min(rows, columns) of them in any order
     */
    public static MatrixSpectrum ofSingularValues(String name, float[] singularValues) {
        var squares = new double[singularValues.length];
        for (int i = 0; i < squares.length; i++) {
            squares[i] = (double) singularValues[i] * singularValues[i];
        }
        return new MatrixSpectrum(name, squares);
    }
}
