package io.kernelign.alignment.spectrum;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * Weighted alpha of a model (paper, Sec. 7.5): alpha-hat = mean over weight matrices of alpha log10 lambda_max.
 *
 * @param alphaHat the weighted alpha
 * @param meanAlpha plain mean of the exponents
 * @param logAlphaNorm mean of log10 sum lambda^alpha
 * @param alphaW mean of the paper's other normalisation (M.1 Eq. 4)
 * @param outside share of the matrices whose alpha lies outside [2, 6]
 * @param matrices one row a fitted matrix, in the order given
 * @param notFitted names of matrices with too few eigenvalues
 */
public record WeightedAlpha(
        double alphaHat,
        double meanAlpha,
        double logAlphaNorm,
        double alphaW,
        double outside,
        List<MatrixAlpha> matrices,
        List<String> notFitted) {

    /** Empty when no matrix can be fitted. */
    public static Optional<WeightedAlpha> of(List<MatrixSpectrum> spectra) {
        var rows = spectra.parallelStream()
                .map(MatrixAlpha::of)
                .flatMap(Optional::stream)
                .toList();
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        var fitted = rows.stream().map(MatrixAlpha::name).toList();
        return Optional.of(new WeightedAlpha(
                mean(rows, MatrixAlpha::weightedAlpha),
                mean(rows, MatrixAlpha::alpha),
                mean(rows, MatrixAlpha::logAlphaNorm),
                mean(rows, MatrixAlpha::alphaW),
                mean(rows, row -> row.outside() ? 1 : 0),
                rows,
                spectra.stream()
                        .map(MatrixSpectrum::name)
                        .filter(name -> !fitted.contains(name))
                        .toList()));
    }

    private static double mean(List<MatrixAlpha> rows, ToDoubleFunction<MatrixAlpha> figure) {
        return rows.stream().mapToDouble(figure).average().orElseThrow();
    }
}
