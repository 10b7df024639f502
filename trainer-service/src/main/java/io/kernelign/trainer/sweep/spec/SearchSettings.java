package io.kernelign.trainer.sweep.spec;

import io.kernelign.input.Field;
import io.kernelign.input.ObjectType;
import io.kernelign.input.Types;
import io.kernelign.input.Values;
import io.kernelign.search.Bracket;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How a sweep searches.
 *
 * @param trials how many, of halving at first; 0 where that follows: a grid has as many as it has points
 * @param randomTrials of a Bayesian search, how many come before it learns
 * @param eta of halving: of each rung one of so many trials goes on, for so many times as long
 * @param rungs of halving, the last of which are whole runs
 */
public record SearchSettings(SearchMethod method, int trials, int randomTrials, int eta, int rungs, int seed) {

    private static final Field<SearchMethod> METHOD = Field.required(
            "method",
            Types.constant(SearchMethod.class),
            "grid tries every combination; random draws; bayesian draws at first, then learns from scores where to try"
                    + " next (tree-structured Parzen estimators); halving draws, tries all for a share of a run, and lets the"
                    + " best go on (successive halving); hyperband does so with several such shares.");
    private static final Field<Integer> RANDOM_TRIALS = Field.defaulted(
            "randomTrials",
            Types.integer(1, 1000),
            10,
            "How many trials of a Bayesian search are drawn at random first.");
    private static final Field<Integer> ETA = Field.defaulted(
            "eta",
            Types.integer(2, 10),
            3,
            "Of each rung one trial of so many goes on to the next, whose runs are so many times as long.");
    private static final Field<Integer> RUNGS = Field.defaulted(
            "rungs",
            Types.integer(2, 10),
            3,
            "How many rungs halving has, the last of which are whole runs; hyperband begins with one bracket of so many, and each"
                    + " that follows has one fewer.");
    private static final Field<Integer> SEED = Field.defaulted(
            "seed", Types.integer(0, Integer.MAX_VALUE), 0, "Decides the draws: the same seed, the same sweep.");

    static Field<Integer> trials(int most) {
        return Field.optional(
                "trials",
                Types.integer(1, most),
                "How many trials there are at most, with method halving at first; grid and hyperband say so themselves.");
    }

    static ObjectType<SearchSettings> type(int most) {
        var trials = trials(most);
        return ObjectType.of(
                        List.of(METHOD, trials, RANDOM_TRIALS, ETA, RUNGS, SEED),
                        values -> new SearchSettings(
                                values.get(METHOD),
                                values.find(trials).orElse(0),
                                values.get(RANDOM_TRIALS),
                                values.get(ETA),
                                values.get(RUNGS),
                                values.get(SEED)),
                        settings -> write(settings, trials))
                .checkedBy(values -> check(values, trials));
    }

    private static void check(Values values, Field<Integer> trials) {
        var method = values.get(METHOD);
        if (method == SearchMethod.GRID) {
            rejectGiven(values, List.of(trials, SEED), "nothing with method grid, which tries every combination");
        } else if (method == SearchMethod.HYPERBAND) {
            rejectGiven(values, List.of(trials), "nothing with method hyperband, where it follows from eta and rungs");
        } else if (!values.given(trials)) {
            values.reject(trials, trials.type().accepted());
        }
        if (method != SearchMethod.BAYESIAN) {
            rejectGiven(values, List.of(RANDOM_TRIALS), "nothing without method bayesian");
        }
        if (!method.halves()) {
            rejectGiven(values, List.of(ETA, RUNGS), "nothing without method halving or hyperband");
        }
        if (method == SearchMethod.HALVING && values.given(trials)) {
            requireLastRung(values, trials);
        }
    }

    private static void rejectGiven(Values values, List<Field<Integer>> fields, String accepted) {
        fields.stream().filter(values::given).forEach(field -> values.reject(field, accepted));
    }

    private static void requireLastRung(Values values, Field<Integer> trials) {
        long least = growth(values.get(ETA), values.get(RUNGS));
        if (values.find(trials).orElseThrow() < least) {
            values.reject(
                    trials,
                    "at least " + least + " with eta " + values.get(ETA) + " and " + values.get(RUNGS)
                            + " rungs, so that one of them reaches the last");
        }
    }

    private static long growth(int eta, int rungs) {
        return Math.round(Math.pow(eta, rungs - 1));
    }

    /** How many times as long as the runs of the first rung those of the last are. */
    long growth() {
        return growth(eta, rungs);
    }

    /** Of a method that halves. */
    List<Bracket> brackets() {
        return method == SearchMethod.HALVING ? List.of(Bracket.of(trials, eta, rungs)) : Bracket.hyperband(eta, rungs);
    }

    private static Map<String, Object> write(SearchSettings settings, Field<Integer> trials) {
        var json = new LinkedHashMap<String, Object>();
        json.put(METHOD.name(), METHOD.type().write(settings.method));
        if (settings.trials > 0) {
            json.put(trials.name(), settings.trials);
        }
        if (settings.method.halves()) {
            json.put(ETA.name(), settings.eta);
            json.put(RUNGS.name(), settings.rungs);
        }
        if (settings.method != SearchMethod.GRID) {
            json.put(SEED.name(), settings.seed);
        }
        if (settings.method == SearchMethod.BAYESIAN) {
            json.put(RANDOM_TRIALS.name(), settings.randomTrials);
        }
        return json;
    }
}
