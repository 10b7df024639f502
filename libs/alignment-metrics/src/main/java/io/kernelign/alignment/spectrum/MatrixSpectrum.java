package io.kernelign.alignment.spectrum;

/**
 * The eigenvalues of W'W of one weight matrix, min(rows, columns) of them in any order.
 *
 * @param name of the matrix in the model
 */
public record MatrixSpectrum(String name, double[] eigenvalues) {

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
