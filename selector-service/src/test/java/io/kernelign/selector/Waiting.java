package io.kernelign.selector;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waits for a condition, and says what was there instead when it never came. */
final class Waiting {

    private static final long MOST = Duration.ofMinutes(3).toNanos();

    private Waiting() {}

    /** The first value that fulfils the condition. */
    static <T> T until(Supplier<T> value, Predicate<T> condition) {
        var deadline = System.nanoTime() + MOST;
        while (true) {
            var now = value.get();
            if (condition.test(now)) {
                return now;
            }
            if (System.nanoTime() > deadline) {
                throw new AssertionError("waited in vain; last seen: " + now);
            }
            LockSupport.parkNanos(20_000_000);
        }
    }
}
