package io.kernelign.training;

import io.kernelign.alignment.spectrum.AlphaDrift;
import io.kernelign.alignment.spectrum.WeightedAlpha;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Heavy-tailed spectra of the policy's projection weights; an adapter is merged into them. */
public final class WeightSpectra {

    private WeightSpectra() {}

    /** Weighted alpha of a policy; empty when its matrices are too small to be fitted. */
    public static Optional<WeightedAlpha> of(Policy policy) {
        return WeightedAlpha.of(PolicySpectra.of(policy));
    }

    /** A model's figures and the alpha of each matrix, by the names under which results are kept. */
    static Map<String, Double> metrics(WeightedAlpha alpha) {
        var metrics = new LinkedHashMap<String, Double>();
        metrics.put("weighted_alpha", alpha.alphaHat());
        metrics.put("mean_alpha", alpha.meanAlpha());
        metrics.put("log_alpha_norm", alpha.logAlphaNorm());
        metrics.put("alpha_w", alpha.alphaW());
        metrics.put("alpha_outside", alpha.outside());
        alpha.matrices().forEach(row -> metrics.put("alpha." + row.name(), row.alpha()));
        return metrics;
    }

    /** How far training has moved them, by name; empty when no matrix was fitted both times. */
    static Map<String, Double> drift(Optional<WeightedAlpha> before, Optional<WeightedAlpha> after) {
        var metrics = new LinkedHashMap<String, Double>();
        if (before.isPresent() && after.isPresent()) {
            var drift = AlphaDrift.between(before.get(), after.get());
            metrics.put("alpha_drift.weighted", drift.alphaHat());
            metrics.put("alpha_drift.mean", drift.meanAlpha());
            metrics.put("alpha_drift.largest", drift.mostMovedBy());
        }
        return metrics;
    }
}
