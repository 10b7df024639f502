package io.kernelign.trainer.verdict;

import java.util.Arrays;
import java.util.function.BiPredicate;

/** How a figure is compared with a bound. */
enum Relation {
    AT_LEAST(">=", (value, bound) -> value >= bound),
    AT_MOST("<=", (value, bound) -> value <= bound),
    ABOVE(">", (value, bound) -> value > bound),
    BELOW("<", (value, bound) -> value < bound);

    private final String sign;
    private final BiPredicate<Double, Double> holds;

    Relation(String sign, BiPredicate<Double, Double> holds) {
        this.sign = sign;
        this.holds = holds;
    }

    /** @param sign one that there is */
    static Relation of(String sign) {
        return Arrays.stream(values())
                .filter(relation -> relation.sign.equals(sign))
                .findFirst()
                .orElseThrow();
    }

    String sign() {
        return sign;
    }

    boolean holds(double value, double bound) {
        return holds.test(value, bound);
    }
}
