package io.kernelign.training;

import io.kernelign.input.Field;
import io.kernelign.input.ObjectType;
import io.kernelign.input.Types;
import io.kernelign.input.Values;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * When and on how much the policy is evaluated; always before the first step, after every epoch and at the end.
 *
 * @param everySteps optimiser steps between further evaluations; 0 for none
 * @param pairs most held-out pairs that are used
 */
public record EvaluationSettings(int everySteps, int pairs) {

    private static final Field<Integer> EVERY_STEPS = Field.optional(
            "everySteps",
            Types.integer(1, 10_000_000),
            "Evaluate every so many steps, besides before training, after every epoch and at the end.");
    private static final Field<Integer> PAIRS =
            Field.defaulted("pairs", Types.integer(1, 100_000), 256, "Most held-out pairs that an evaluation uses.");

    /** The fields of {@link #TYPE}, for a larger type that has them too. */
    public static final List<Field<?>> FIELDS = List.of(EVERY_STEPS, PAIRS);

    public static final ObjectType<EvaluationSettings> TYPE =
            ObjectType.of(FIELDS, EvaluationSettings::of, EvaluationSettings::write);

    /** From values that {@link #FIELDS} are among. */
    public static EvaluationSettings of(Values values) {
        return new EvaluationSettings(values.find(EVERY_STEPS).orElse(0), values.get(PAIRS));
    }

    private static Map<String, Object> write(EvaluationSettings settings) {
        var json = new LinkedHashMap<String, Object>();
        if (settings.everySteps > 0) {
            json.put(EVERY_STEPS.name(), settings.everySteps);
        }
        json.put(PAIRS.name(), settings.pairs);
        return json;
    }
}
