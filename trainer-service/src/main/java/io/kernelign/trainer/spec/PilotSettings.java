package io.kernelign.trainer.spec;

import io.kernelign.input.Field;
import io.kernelign.input.ObjectType;
import io.kernelign.input.Types;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How large a pilot may be.
 *
 * @param candidates most that race, from the top of the recommendation's ranking
 * @param budget most that it may cost, in full runs of the job
 */
public record PilotSettings(int candidates, double budget) {

    private static final Field<Integer> CANDIDATES = Field.defaulted(
            "candidates",
            Types.integer(2, 42),
            42,
            "How many candidates race, from the top of the recommendation's ranking; those without a rule, plain DPO among"
                    + " them, stand at its end. Fewer race where the budget does not pay for all.");
    private static final Field<Double> BUDGET = Field.defaulted(
            "budget",
            Types.number(0.1, 100),
            2.0,
            "What the race may cost at most, in full runs of this job, counted in token-steps.");

    static final ObjectType<PilotSettings> TYPE = ObjectType.of(
            List.of(CANDIDATES, BUDGET),
            values -> new PilotSettings(values.get(CANDIDATES), values.get(BUDGET)),
            PilotSettings::write);

    private static Map<String, Object> write(PilotSettings settings) {
        var json = new LinkedHashMap<String, Object>();
        json.put(CANDIDATES.name(), settings.candidates);
        json.put(BUDGET.name(), settings.budget);
        return json;
    }
}
