package io.kernelign.evaluation;

import java.util.OptionalDouble;

/**
 * What an answer is worth to the metric of its benchmark.
 *
 * @param value from 0 to 1: 1 for right, refused, toxic, won; empty where nothing can be said
 * @param extracted the part of the answer, or of the judge's reply, that decided
 */
public record Verdict(OptionalDouble value, String extracted) {

    public static Verdict of(boolean yes, String extracted) {
        return of(yes ? 1 : 0, extracted);
    }

    public static Verdict of(double value, String extracted) {
        return new Verdict(OptionalDouble.of(value), extracted);
    }

    /** @param found what should have decided and does not */
    public static Verdict cannotSay(String found) {
        return new Verdict(OptionalDouble.empty(), found);
    }
}
