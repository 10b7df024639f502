package io.kernelign.contracts;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Runs side by side, in the order in which they were named. */
public record Comparison(List<Run> runs, List<Metric> metrics) {

    /** What a run was. */
    public record Run(
            String id,
            String name,
            String model,
            String datasetId,
            String datasetName,
            String state,
            Map<String, Object> objective,
            Map<String, String> tags,
            Instant createdAt,
            Instant finishedAt) {}

    /**
     * One metric of all the runs.
     *
     * @param figures one for each run
     * @param steps at which the curves are shown, rising
     * @param curves one for each run, a value for each step: the one measured there, else the latest before; {@code null}
     *     before the run's first step, behind its last, and where what was measured was not a finite number
     */
    public record Metric(
            String split, String name, List<Figures> figures, List<Long> steps, List<List<Double>> curves) {}

    /** One run's values of a metric, all {@code null} when it has none. */
    public record Figures(Figure last, Figure least, Figure most) {}

    /** @param difference to the first run's value; {@code null} when one of both has none */
    public record Figure(Double value, Double difference) {}
}
