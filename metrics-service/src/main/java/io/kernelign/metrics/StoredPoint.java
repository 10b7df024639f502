package io.kernelign.metrics;

import io.kernelign.contracts.SeriesPoint;

/**
 * A point as it stands in the table.
 *
 * @param value {@code null} records that it was not a finite number
 */
record StoredPoint(long curve, long step, Double value) {

    boolean isFinite() {
        return value != null;
    }

    SeriesPoint point() {
        return new SeriesPoint(step, value);
    }
}
