package io.kernelign.trainer.queue;

import java.util.Collection;
import java.util.PriorityQueue;

/** When work begins that waits, as far as can be told. */
final class ExpectedStart {

    private ExpectedStart() {}

    /**
     * Seconds until the work at a position begins: whatever place is free first takes what is next.
     *
     * @param left seconds that what runs has left, one for each place; at least one
     * @param length seconds that work takes that has not begun
     * @param position from 1
     */
    static double seconds(Collection<Double> left, double length, int position) {
        var free = new PriorityQueue<>(left);
        for (int ahead = 1; ahead < position; ahead++) {
            free.add(free.remove() + length);
        }
        return free.element();
    }
}
