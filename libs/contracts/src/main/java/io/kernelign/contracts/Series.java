package io.kernelign.contracts;

import java.util.List;

/**
 * One curve, possibly down-sampled.
 *
 * @param total number of points stored
 */
public record Series(String run, String split, String name, long total, List<SeriesPoint> points) {}
