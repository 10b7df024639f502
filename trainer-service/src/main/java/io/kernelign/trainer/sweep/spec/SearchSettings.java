package io.kernelign.trainer.sweep.spec;

import io.kernelign.input.Field;
import io.kernelign.input.ObjectType;
import io.kernelign.input.Types;
import io.kernelign.input.Values;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How a sweep searches.
 *
 * @param trials how many; 0 for a grid, which has as many as it has points
 * @param randomTrials of a Bayesian search, how many come before it learns
 */
public record SearchSettings(SearchMethod method, int trials, int randomTrials, int seed) {

    private static final Field<SearchMethod> METHOD = Field.required(
            "method",
            Types.constant(SearchMethod.class),
            "grid tries every combination; random draws; bayesian draws at first, then learns from scores where to try"
                    + " next (tree-structured Parzen estimators).");
    private static final Field<Integer> RANDOM_TRIALS = Field.defaulted(
            "randomTrials",
            Types.integer(1, 1000),
            10,
            "How many trials of a Bayesian search are drawn at random first.");
    private static final Field<Integer> SEED = Field.defaulted(
            "seed", Types.integer(0, Integer.MAX_VALUE), 0, "Decides the draws: the same seed, the same sweep.");

    static Field<Integer> trials(int most) {
        return Field.optional(
                "trials", Types.integer(1, most), "How many trials there are at most, unless it is a grid.");
    }

    static ObjectType<SearchSettings> type(int most) {
        var trials = trials(most);
        return ObjectType.of(
                        List.of(METHOD, trials, RANDOM_TRIALS, SEED),
                        values -> new SearchSettings(
                                values.get(METHOD),
                                values.find(trials).orElse(0),
                                values.get(RANDOM_TRIALS),
                                values.get(SEED)),
                        settings -> write(settings, trials))
                .checkedBy(values -> check(values, trials));
    }

    private static void check(Values values, Field<Integer> trials) {
        var method = values.get(METHOD);
        if (method == SearchMethod.GRID) {
            for (var field : List.of(trials, SEED)) {
                if (values.given(field)) {
                    values.reject(field, "nothing with method grid, which tries every combination");
                }
            }
        } else if (!values.given(trials)) {
            values.reject(trials, trials.type().accepted());
        }
        if (method != SearchMethod.BAYESIAN && values.given(RANDOM_TRIALS)) {
            values.reject(RANDOM_TRIALS, "nothing without method bayesian");
        }
    }

    private static Map<String, Object> write(SearchSettings settings, Field<Integer> trials) {
        var json = new LinkedHashMap<String, Object>();
        json.put(METHOD.name(), METHOD.type().write(settings.method));
        if (settings.method != SearchMethod.GRID) {
            json.put(trials.name(), settings.trials);
            json.put(SEED.name(), settings.seed);
        }
        if (settings.method == SearchMethod.BAYESIAN) {
            json.put(RANDOM_TRIALS.name(), settings.randomTrials);
        }
        return json;
    }
}
