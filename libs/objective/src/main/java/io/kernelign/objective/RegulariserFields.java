package io.kernelign.objective;

import io.kernelign.input.Field;
import io.kernelign.input.Types;
import io.kernelign.input.Values;
import io.kernelign.objective.declare.Refusal;
import io.kernelign.objective.divergence.Divergence;
import io.kernelign.objective.divergence.Divergences;
import io.kernelign.objective.divergence.Estimator;
import io.kernelign.objective.divergence.NoDivergence;
import io.kernelign.objective.divergence.Regulariser;
import java.util.List;
import java.util.Map;

/** How a formulation's regulariser is configured. */
record RegulariserFields(Field<Divergence> divergence, Field<Double> alpha, Field<Estimator> estimator) {

    private static final String NONE = "divergence is none";

    static RegulariserFields withAlpha(double defaultAlpha) {
        return new RegulariserFields(
                Field.defaulted(
                        "divergence",
                        Divergences.ALL,
                        Divergences.ALL.read("none"),
                        "What keeps the policy near the reference, at every response token."),
                Field.defaulted(
                        "alpha",
                        Types.number(0, 1000),
                        defaultAlpha,
                        "Weight of the divergence; not accepted without one."),
                Field.defaulted(
                        "estimator",
                        Types.constant(Estimator.class),
                        Estimator.FULL,
                        "full: over the whole vocabulary; sampled: from the observed tokens alone, for vocabularies too"
                                + " large for it."));
    }

    List<Field<?>> all() {
        return List.of(divergence, alpha, estimator);
    }

    List<Refusal> refusals() {
        return List.of(
                Refusal.ofNoEffect(alpha, NONE, Map.of("alpha", 0.1), this::isNone),
                Refusal.ofNoEffect(estimator, NONE, Map.of("estimator", "sampled"), this::isNone),
                new Refusal(
                        estimator,
                        "full",
                        "divergence is wasserstein or holds it",
                        "transport between distributions has no estimate from single tokens",
                        Map.of("divergence", "wasserstein", "estimator", "sampled"),
                        values -> values.get(estimator) == Estimator.SAMPLED
                                && !values.get(divergence).samplable()));
    }

    boolean isNone(Values values) {
        return values.get(divergence) instanceof NoDivergence;
    }

    Regulariser read(Values values) {
        return isNone(values)
                ? Regulariser.NONE
                : new Regulariser(values.get(divergence), values.get(alpha), values.get(estimator));
    }

    void write(Regulariser regulariser, Map<String, Object> object) {
        object.put(divergence.name(), divergence.type().write(regulariser.divergence()));
        if (regulariser.present()) {
            object.put(alpha.name(), regulariser.alpha());
            object.put(estimator.name(), estimator.type().write(regulariser.estimator()));
        }
    }
}
