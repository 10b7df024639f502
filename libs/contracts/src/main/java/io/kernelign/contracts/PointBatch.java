package io.kernelign.contracts;

import java.util.List;

/** Points of one run, written by one attempt. At most 10,000 points. */
public record PointBatch(int attempt, List<MetricPoint> points) {}
