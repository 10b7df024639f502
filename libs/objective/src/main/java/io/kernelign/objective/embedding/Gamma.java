package io.kernelign.objective.embedding;

import io.kernelign.input.Field;
import io.kernelign.input.Types;
import io.kernelign.input.Values;
import java.util.Map;

/**
 * Weight of the semantic signal, linear over the training from start to end (D.4).
 *
 * @param start at the first step, >= 0
 * @param end at the last step, >= 0
 */
public record Gamma(double start, double end) {

    static final Field<Double> START = Field.optional(
            "gamma",
            Types.number(0, 100),
            "Weight of the semantic signal: 0.3 for external, 0.1 for policy when absent.");
    static final Field<Double> END = Field.optional(
            "gammaEnd",
            Types.number(0, 100),
            "Weight at the last step, reached linearly; gamma throughout when absent.");

    /**
     * The weight at a moment.
     *
     * @param progress share of the training that is done, 0 to 1
     */
    public double at(double progress) {
        return start + (end - start) * progress;
    }

    static Gamma read(Values values, Source source) {
        double start = values.find(START).orElse(source.defaultGamma());
        return new Gamma(start, values.find(END).orElse(start));
    }

    void write(Map<String, Object> object) {
        object.put(START.name(), start);
        object.put(END.name(), end);
    }
}
