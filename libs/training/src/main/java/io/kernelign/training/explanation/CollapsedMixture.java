package io.kernelign.training.explanation;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A mixture of kernels has become one kernel (paper, H.3). */
final class CollapsedMixture implements Rule {

    private static final double LIMIT = 0.8;
    private static final String WEIGHT = "mixture.weight.";

    @Override
    public Optional<String> explain(RunHistory run) {
        var index = run.end("mixture.collapse_index");
        if (index.isEmpty() || index.getAsDouble() <= LIMIT) {
            return Optional.empty();
        }
        return run.end().entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(WEIGHT))
                .max(Map.Entry.comparingByValue())
                .map(largest -> String.format(
                        Locale.ROOT,
                        "The mixture has collapsed: %s has %.3f of its weight (collapse index %.3f, above %.1f). This run"
                                + " is one of that kernel; a larger weights.eta or weights.floors keep the others.",
                        largest.getKey().substring(WEIGHT.length()),
                        largest.getValue(),
                        index.getAsDouble(),
                        LIMIT));
    }
}
