package io.kernelign.contracts;

import java.util.List;

/**
 * A sweep's trials as lines across its dimensions.
 *
 * @param metric name of the figure, which is the last axis
 * @param goal {@code maximise} or {@code minimise}
 * @param lines one for each trial with a score, in their order
 */
public record ParallelCoordinatesView(List<Axis> axes, String metric, String goal, List<Line> lines) {

    /**
     * One dimension.
     *
     * @param scale {@code choice}, {@code linear} or {@code log}
     * @param values of a choice, in their order; {@code null} otherwise
     * @param from least number of a range; {@code null} otherwise; {@code to} likewise
     */
    public record Axis(String field, String scale, List<Object> values, Double from, Double to) {}

    /**
     * One trial.
     *
     * @param values one for each axis
     */
    public record Line(int trial, List<Object> values, double score) {}
}
