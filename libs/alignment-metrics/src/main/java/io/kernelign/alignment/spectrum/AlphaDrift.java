package io.kernelign.alignment.spectrum;

import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How training moved a model's weighted alpha, over the matrices that were fitted both times.
 *
 * @param alphaHat after less before
 * @param meanAlpha after less before
 * @param mostMoved matrix whose alpha changed most
 * @param mostMovedBy its change, after less before
 */
public record AlphaDrift(double alphaHat, double meanAlpha, String mostMoved, double mostMovedBy) {

    /** @throws IllegalArgumentException when no matrix was fitted both times */
    public static AlphaDrift between(WeightedAlpha before, WeightedAlpha after) {
        var earlier = before.matrices().stream().collect(Collectors.toMap(MatrixAlpha::name, Function.identity()));
        var both = after.matrices().stream()
                .filter(row -> earlier.containsKey(row.name()))
                .toList();
        if (both.isEmpty()) {
            throw new IllegalArgumentException("no weight matrix was fitted both before and after");
        }
        double alphaHat = 0;
        double meanAlpha = 0;
        var mostMoved = both.get(0).name();
        double mostMovedBy = 0;
        for (var row : both) {
            var old = earlier.get(row.name());
            double moved = row.alpha() - old.alpha();
            alphaHat += (row.weightedAlpha() - old.weightedAlpha()) / both.size();
            meanAlpha += moved / both.size();
            if (Math.abs(moved) > Math.abs(mostMovedBy)) {
                mostMoved = row.name();
                mostMovedBy = moved;
            }
        }
        return new AlphaDrift(alphaHat, meanAlpha, mostMoved, mostMovedBy);
    }
}
