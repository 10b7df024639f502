package io.kernelign.training;

import io.kernelign.objective.Objective;
import io.kernelign.objective.kernel.MixtureWeights;
import io.kernelign.objective.kernel.ObjectiveState;
import io.kernelign.torch.Scope;
import java.util.Locale;
import java.util.Optional;

/** Tells once that a mixture is collapsing into one kernel, and again only after it had recovered (H.3). */
final class CollapseAlarm {

    private static final double LIMIT = 0.8;

    private final Objective objective;
    private boolean above;

    /** @param state where the training begins or goes on; what it shows already is not told again */
    CollapseAlarm(Objective objective, ObjectiveState state) {
        this.objective = objective;
        above = index(state) > LIMIT;
    }

    /** A sentence when the collapse index has risen above 0.8 since it was asked last. */
    Optional<String> after(ObjectiveState state) {
        double index = index(state);
        boolean crossed = !above && index > LIMIT;
        above = index > LIMIT;
        return crossed
                ? Optional.of(String.format(
                        Locale.ROOT,
                        "The mixture is collapsing into one kernel: its collapse index is %.2f, above %.1f. A larger"
                                + " weights.eta, or weights.floors, holds it.",
                        index,
                        LIMIT))
                : Optional.empty();
    }

    private double index(ObjectiveState state) {
        try (var scope = Scope.plain()) {
            return objective.mixture(state).map(MixtureWeights::collapseIndex).orElse(0.0);
        }
    }
}
