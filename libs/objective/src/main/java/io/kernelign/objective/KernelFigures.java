package io.kernelign.objective;

import io.kernelign.objective.kernel.Kernel;
import io.kernelign.objective.kernel.ObjectiveState;
import java.util.Map;
import java.util.TreeMap;

/** Figures of an objective's kernel, by the names under which results are kept. */
final class KernelFigures {

    private KernelFigures() {}

    static Map<String, Double> of(Objective objective, ObjectiveState state) {
        var figures = new TreeMap<String, Double>();
        var kernel = objective.kernel();
        kernel.scales().stream()
                .filter(scale -> scale.learned().isPresent())
                .forEach(scale -> figures.put("kernel." + scale.name(), scale.value(state)));
        if (objective instanceof RkhsMargin) {
            range("kernel", kernel, state, figures);
            kernel.parts().forEach((name, part) -> range("kernel." + name, part, state, figures));
        }
        return figures;
    }

    private static void range(String prefix, Kernel kernel, ObjectiveState state, Map<String, Double> figures) {
        kernel.effectiveRange(state).ifPresent(range -> figures.put(prefix + ".effective_range", range));
    }
}
