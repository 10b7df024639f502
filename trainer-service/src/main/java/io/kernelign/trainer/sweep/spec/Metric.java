package io.kernelign.trainer.sweep.spec;

import io.kernelign.input.Field;
import io.kernelign.input.ObjectType;
import io.kernelign.input.Types;
import io.kernelign.training.HeldOutMetric;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What makes a trial better than another: a figure of its held-out pairs at the end of its training. */
public record Metric(HeldOutMetric figure, Goal goal) {

    private static final Field<String> NAME = Field.defaulted(
            "name",
            Types.choice(Arrays.stream(HeldOutMetric.values())
                    .map(HeldOutMetric::text)
                    .toList()),
            HeldOutMetric.PREFERENCE_ACCURACY.text(),
            "A figure of the held-out pairs, by its name in a job's metrics.");
    private static final Field<Goal> GOAL = Field.optional(
            "goal", Types.constant(Goal.class), "Which direction is better; when absent, the one that usually is.");

    static final ObjectType<Metric> TYPE = ObjectType.of(
            List.of(NAME, GOAL),
            values -> {
                var figure = figure(values.get(NAME));
                return new Metric(
                        figure, values.find(GOAL).orElse(figure.higherIsBetter() ? Goal.MAXIMISE : Goal.MINIMISE));
            },
            Metric::write);

    /** Which direction is better. */
    public enum Goal {
        MAXIMISE,
        MINIMISE
    }

    private static HeldOutMetric figure(String name) {
        return Arrays.stream(HeldOutMetric.values())
                .filter(figure -> figure.text().equals(name))
                .findFirst()
                .orElseThrow();
    }

    public String name() {
        return figure.text();
    }

    /** A figure as a score, of which the higher is the better; and a score as a figure. */
    public double score(double value) {
        return goal == Goal.MAXIMISE ? value : -value;
    }

    private Map<String, Object> write() {
        var json = new LinkedHashMap<String, Object>();
        json.put(NAME.name(), name());
        json.put(GOAL.name(), GOAL.type().write(goal));
        return json;
    }
}
