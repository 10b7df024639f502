package io.kernelign.alignment.selection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** Every kernel with every divergence, those first whose rules hold best. */
public final class Candidates {

    private static final String PLAIN = "none";
    private static final String F_DIVERGENCE = "f";
    private static final Comparator<Candidate> BEST_FIRST =
            Comparator.comparingDouble(candidate -> -candidate.score().orElse(-1));

    private Candidates() {}

    /**
     * All 42: the paper has no rule for the kernel {@code none} (plain DPO) and for the divergence {@code f}, so what uses one
     * of them comes last.
     */
    public static List<Candidate> ranked(RuleBook rules, Bootstrap data) {
        var kernels = rules.kernel().scores(data);
        var divergences = rules.divergence().scores(data);
        var all = new ArrayList<Candidate>();
        for (var kernel : with(kernels, PLAIN).entrySet()) {
            for (var divergence : with(divergences, F_DIVERGENCE).entrySet()) {
                all.add(new Candidate(
                        kernel.getKey(), divergence.getKey(), product(kernel.getValue(), divergence.getValue())));
            }
        }
        all.sort(BEST_FIRST);
        return List.copyOf(all);
    }

    private static Map<String, OptionalDouble> with(Map<String, Double> scores, String withoutRule) {
        var all = new LinkedHashMap<String, OptionalDouble>();
        scores.forEach((choice, score) -> all.put(choice, OptionalDouble.of(score)));
        all.put(withoutRule, OptionalDouble.empty());
        return all;
    }

    private static OptionalDouble product(OptionalDouble a, OptionalDouble b) {
        return a.isPresent() && b.isPresent()
                ? OptionalDouble.of(a.getAsDouble() * b.getAsDouble())
                : OptionalDouble.empty();
    }
}
