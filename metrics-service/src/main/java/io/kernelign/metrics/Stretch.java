package io.kernelign.metrics;

import io.kernelign.contracts.SeriesPoint;

/** The least and the greatest value of some points of a curve; of equal ones the earlier. */
record Stretch(SeriesPoint least, SeriesPoint greatest) {

    static Stretch of(SeriesPoint point) {
        return new Stretch(point, point);
    }

    /** With those of points that come after. */
    Stretch with(Stretch next) {
        return new Stretch(
                next.least.value() < least.value() ? next.least : least,
                next.greatest.value() > greatest.value() ? next.greatest : greatest);
    }

    SeriesPoint earlier() {
        return least.step() <= greatest.step() ? least : greatest;
    }

    SeriesPoint later() {
        return least.step() <= greatest.step() ? greatest : least;
    }
}
