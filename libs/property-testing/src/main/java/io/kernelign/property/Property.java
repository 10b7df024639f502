package io.kernelign.property;

import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.Function;

/** A statement that holds for every value of a kind. The cases are the same in every run. */
public final class Property {

    /** Cases that {@link #forAll(Function, Consumer)} draws. */
    public static final int CASES = 1000;

    private Property() {}

    /**
     * Checks a statement on {@link #CASES} cases.
     *
     * @param kind draws one case; a record of numbers and lists, so that a failure can print it
     * @param statement throws where it does not hold
     * @throws AssertionError at the first case that fails, naming it; its cause is what the statement threw
     */
    public static <T> void forAll(Function<Draw, T> kind, Consumer<T> statement) {
        forAll(CASES, kind, statement);
    }

    /** As {@link #forAll(Function, Consumer)}, on another number of cases. */
    public static <T> void forAll(int cases, Function<Draw, T> kind, Consumer<T> statement) {
        for (int i = 0; i < cases; i++) {
            var drawn = kind.apply(new Draw(new SplittableRandom(i)));
            try {
                statement.accept(drawn);
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError("case " + i + " of " + cases + ", " + drawn + ": " + e.getMessage(), e);
            }
        }
    }
}
