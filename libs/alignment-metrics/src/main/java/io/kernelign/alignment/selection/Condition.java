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

    /** The standard deviation of the logistic distribution. */
    private static final double LOGISTIC_SPREAD = Math.PI / Math.sqrt(3);

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
    public boolean holds(OptionalDouble value) {
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

    /**
     * How far on the right side of the threshold the value lies, in standard errors, through the logistic function with the
     * variance of a standard normal: 0.5 on the threshold, near 1 or 0 far from it. A metric that cannot say scores 0.
     *
     * @param standardError of the value; 0 makes it 1 or 0
     */
    double score(OptionalDouble value, OptionalDouble standardError) {
        if (value.isEmpty() || standardError.isEmpty()) {
            return 0;
        }
        double error = standardError.getAsDouble();
        double inside = inside(value.getAsDouble());
        return error > 0 ? 1 / (1 + Math.exp(-LOGISTIC_SPREAD * inside / error)) : holds(value) ? 1 : 0;
    }

    private double inside(double value) {
        return switch (comparison) {
            case ABOVE -> value - threshold;
            case BELOW, AT_MOST -> threshold - value;
            case NEAR_ZERO -> threshold - Math.abs(value);
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
