package io.kernelign.metrics;

import io.kernelign.contracts.SeriesPoint;

/** What is known of a curve without its points; values and steps are {@code null} when none was finite. */
record Curve(
        long id,
        long points,
        long nonFinite,
        Long firstStep,
        Double first,
        Long lastStep,
        Double last,
        Double least,
        Double most) {

    SeriesPoint start() {
        return new SeriesPoint(firstStep, first);
    }

    SeriesPoint end() {
        return new SeriesPoint(lastStep, last);
    }
}
