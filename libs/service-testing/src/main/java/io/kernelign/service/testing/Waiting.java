package io.kernelign.service.testing;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waits for a condition instead of for a time. */
public final class Waiting {

    private static final Duration MOST = Duration.ofMinutes(3);

    private Waiting() {}

    /** Waits at most three minutes. */
    public static <T> T until(String what, Supplier<T> value, Predicate<T> condition) {
        return until(what, MOST, value, condition);
    }

    /**
     * The first value that fulfils the condition.
     *
     * @param what is waited for, as in "a checkpoint"
     * @throws AssertionError saying what was waited for and what was there instead, when it never came
     */
    public static <T> T until(String what, Duration atMost, Supplier<T> value, Predicate<T> condition) {
        var deadline = System.nanoTime() + atMost.toNanos();
        while (true) {
            var now = value.get();
            if (condition.test(now)) {
                return now;
            }
            if (System.nanoTime() > deadline) {
                throw new AssertionError("waited in vain for " + what + "; last seen: " + now);
            }
            LockSupport.parkNanos(20_000_000);
        }
    }
}
