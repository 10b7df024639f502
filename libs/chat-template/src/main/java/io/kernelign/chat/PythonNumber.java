package io.kernelign.chat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Floating-point numbers as Python writes them: by the fewest digits that read back to the same number. */
final class PythonNumber {

    private static final double LARGEST_PLAIN = 1e16;
    private static final double SMALLEST_PLAIN = 1e-4;

    private PythonNumber() {}

    static String repr(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return Double.isNaN(value) ? "nan" : value > 0 ? "inf" : "-inf";
        }
        if (value == 0) {
            return 1 / value < 0 ? "-0.0" : "0.0";
        }
        var digits = shortest(value).stripTrailingZeros();
        if (Math.abs(value) >= SMALLEST_PLAIN && Math.abs(value) < LARGEST_PLAIN) {
            return digits.setScale(Math.max(1, digits.scale())).toPlainString();
        }
        int exponent = digits.precision() - digits.scale() - 1;
        var mantissa = digits.scaleByPowerOfTen(-exponent).toPlainString();
        return "%se%s%02d".formatted(mantissa, exponent < 0 ? "-" : "+", Math.abs(exponent));
    }

    private static BigDecimal shortest(double value) {
        var exact = new BigDecimal(value);
        int precision = 1;
        var rounded = exact;
        do {
            rounded = exact.round(new MathContext(precision, RoundingMode.HALF_EVEN));
            precision++;
        } while (rounded.doubleValue() != value);
        return rounded;
    }
}
