package io.kernelign.benchmarks.alpha;

import java.util.Collection;
import java.util.Map;

/**
 * A contender's power laws of all spectra of a model.
 *
 * @param seconds that they took, weights read before
 * @param weightedAlpha of the model
 * @param alphas exponents by the names of the tensors
 */
record Fits(double seconds, double weightedAlpha, Map<String, Double> alphas) {

    /** The largest difference between two exponents of one matrix. */
    double difference(Fits others) {
        return alphas.entrySet().stream()
                .mapToDouble(fit -> Math.abs(fit.getValue() - others.alphas.get(fit.getKey())))
                .max()
                .orElseThrow();
    }

    static double[] seconds(Collection<Fits> fits) {
        return fits.stream().mapToDouble(Fits::seconds).toArray();
    }
}
