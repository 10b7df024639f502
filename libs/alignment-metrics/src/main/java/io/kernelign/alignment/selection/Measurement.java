package io.kernelign.alignment.selection;

import java.util.OptionalDouble;

/**
 * What one metric says about the data.
 *
 * @param value empty when the data cannot say
 * @param raw the value before its small-sample correction, or a companion figure; empty when there is none
 */
public record Measurement(OptionalDouble value, OptionalDouble raw) {

    static final Measurement CANNOT_SAY = new Measurement(OptionalDouble.empty(), OptionalDouble.empty());

    static Measurement of(OptionalDouble value) {
        return new Measurement(value, OptionalDouble.empty());
    }

    static Measurement of(double value) {
        return of(OptionalDouble.of(value));
    }

    static Measurement of(double value, double raw) {
        return new Measurement(OptionalDouble.of(value), OptionalDouble.of(raw));
    }
}
