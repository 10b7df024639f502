package io.kernelign.metrics;

import io.kernelign.contracts.SeriesPoint;

/** A curve's first and last finite values, which are {@code null} when it has none. */
record Ends(long id, long points, Long firstStep, Double first, Long lastStep, Double last) {

    SeriesPoint start() {
        return new SeriesPoint(firstStep, first);
    }

    SeriesPoint end() {
        return new SeriesPoint(lastStep, last);
    }
}
