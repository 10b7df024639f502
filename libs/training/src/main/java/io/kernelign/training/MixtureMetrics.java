package io.kernelign.training;

import io.kernelign.objective.Objective;
import io.kernelign.objective.kernel.MixtureWeights;
import io.kernelign.objective.kernel.ObjectiveState;
import io.kernelign.torch.Scope;
import io.kernelign.torch.Tensor;
import java.util.List;
import java.util.Map;

/** What the kernel learns, by name: a mixture's weights, scales, and how far each kernel sees. */
final class MixtureMetrics {

    private static final List<String> GROUPS = List.of("local", "global");

    private MixtureMetrics() {}

    static void of(Objective objective, ObjectiveState state, Map<String, Double> metrics) {
        metrics.putAll(objective.kernelFigures(state));
        try (var scope = Scope.plain()) {
            objective.mixture(state).ifPresent(weights -> {
                put("mixture.lambda.", MixtureWeights.NAMES, weights.lambda(), metrics);
                weights.tau().ifPresent(tau -> put("mixture.tau.", GROUPS, tau, metrics));
                put("mixture.weight.", MixtureWeights.NAMES, weights.effective(), metrics);
                metrics.put("mixture.collapse_index", weights.collapseIndex());
            });
        }
    }

    private static void put(String prefix, List<String> names, Tensor values, Map<String, Double> metrics) {
        var numbers = values.doubles();
        for (int i = 0; i < numbers.length; i++) {
            metrics.put(prefix + names.get(i), numbers[i]);
        }
    }
}
