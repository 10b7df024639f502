package io.kernelign.contracts;

import java.util.List;

/**
 * The mean score of a sweep's trials over two of its dimensions.
 *
 * @param rows field of the dimension whose values are the rows; {@code columns} likewise
 * @param rowLabels its values, or intervals of them where it is a range of which no grid has levels
 * @param metric name of the figure
 * @param goal {@code maximise} or {@code minimise}
 * @param cells row by row
 */
public record HeatmapView(
        String rows,
        String columns,
        List<String> rowLabels,
        List<String> columnLabels,
        String metric,
        String goal,
        List<List<Cell>> cells) {

    /**
     * The trials of one value of each.
     *
     * @param mean of their scores; {@code null} without one
     * @param scores how many of them have a score
     * @param trials how many there are
     */
    public record Cell(Double mean, int scores, int trials) {}
}
