package io.kernelign.alignment.selection;

import static io.kernelign.alignment.selection.Condition.Comparison.ABOVE;
import static io.kernelign.alignment.selection.Condition.Comparison.AT_MOST;
import static io.kernelign.alignment.selection.Condition.Comparison.BELOW;
import static io.kernelign.alignment.selection.Condition.Comparison.NEAR_ZERO;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.OptionalDouble;

/** A metric against a threshold. */
public record Condition(SelectionMetric metric, Comparison comparison, double threshold) {

    /** How the metric is compared; {@code NEAR_ZERO} compares its absolute value. */
    public enum Comparison {
        ABOVE,
        BELOW,
        AT_MOST,
        NEAR_ZERO
    }

    static Condition above(SelectionMetric metric, double threshold) {
        return new Condition(metric, ABOVE, threshold);
    }

    static Condition below(SelectionMetric metric, double threshold) {
        return new Condition(metric, BELOW, threshold);
    }

    static Condition atMost(SelectionMetric metric, double threshold) {
        return new Condition(metric, AT_MOST, threshold);
    }

    static Condition nearZero(SelectionMetric metric, double threshold) {
        return new Condition(metric, NEAR_ZERO, threshold);
    }

    /** A metric that cannot say meets no condition. */
    boolean holds(OptionalDouble value) {
        return value.isPresent() && holds(value.getAsDouble());
    }

    private boolean holds(double value) {
        return switch (comparison) {
            case ABOVE -> value > threshold;
            case BELOW -> value < threshold;
            case AT_MOST -> value <= threshold;
            case NEAR_ZERO -> Math.abs(value) < threshold;
        };
    }

    /** {@code PNAV > 0.5}. */
    public String text() {
        var number = BigDecimal.valueOf(threshold).stripTrailingZeros().toPlainString();
        return switch (comparison) {
            case ABOVE -> metric.symbol() + " > " + number;
            case BELOW -> metric.symbol() + " < " + number;
            case AT_MOST -> metric.symbol() + " <= " + number;
            case NEAR_ZERO -> "|" + metric.symbol() + "| < " + number;
        };
    }

    /** {@code PNAV = 0.6131}. */
    String text(OptionalDouble value) {
        return value.isPresent()
                ? String.format(Locale.ROOT, "%s = %.4f", metric.symbol(), value.getAsDouble())
                : metric.symbol() + " cannot be said";
    }
}
