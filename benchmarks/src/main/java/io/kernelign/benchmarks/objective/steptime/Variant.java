package io.kernelign.benchmarks.objective.steptime;

import io.kernelign.objective.divergence.Divergences;
import io.kernelign.objective.divergence.NoDivergence;
import io.kernelign.objective.divergence.generator.Generators;
import io.kernelign.objective.kernel.Kernels;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One objective whose step is timed.
 *
 * @param name of its figure
 * @param objective its configuration
 * @param goal most that its step may take, in steps of plain DPO
 */
record Variant(String name, Map<String, Object> objective, double goal) {

    private static final double CHEAP = 1.03;
    private static final double OVER_VOCABULARY = 1.25;
    private static final double TRANSPORT = 1.35;

    static final Map<String, Object> PLAIN = Map.of("kernel", "none", "divergence", "none");

    /** Plain DPO itself, every kernel, and every divergence and generator over the vocabulary and sampled where it can be. */
    static List<Variant> all() {
        var all = new ArrayList<Variant>();
        for (var kernel : Kernels.ALL.declarations()) {
            all.add(new Variant(kernel.name(), Map.of("kernel", kernel.name(), "divergence", "none"), CHEAP));
        }
        for (var divergence : divergences().entrySet()) {
            boolean samplable = Divergences.ALL.read(divergence.getValue()).samplable();
            all.add(of(divergence.getKey(), divergence.getValue(), "full", samplable ? OVER_VOCABULARY : TRANSPORT));
            if (samplable) {
                all.add(of(divergence.getKey() + ".sampled", divergence.getValue(), "sampled", CHEAP));
            }
        }
        return all;
    }

    /** Configurations by the names of their figures; a mixture of divergences is not a kernel's mixture. */
    private static Map<String, Object> divergences() {
        var byName = new LinkedHashMap<String, Object>();
        for (var divergence : Divergences.ALL.declarations()) {
            if (divergence.type() != NoDivergence.class) {
                byName.put(
                        divergence.name().equals("mixture") ? "divergence_mixture" : divergence.name(),
                        divergence.name());
            }
        }
        for (var generator : Generators.ALL.declarations()) {
            byName.put("f." + generator.name(), Map.of("name", "f", "generator", generator.name()));
        }
        return byName;
    }

    private static Variant of(String name, Object divergence, String estimator, double goal) {
        return new Variant(name, Map.of("divergence", divergence, "estimator", estimator), goal);
    }
}
