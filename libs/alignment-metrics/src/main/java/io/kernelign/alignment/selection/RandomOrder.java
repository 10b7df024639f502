package io.kernelign.alignment.selection;

import java.util.SplittableRandom;

/** Values in a random order of which only this is known: into which window each of them falls. */
final class RandomOrder {

    private static final long LOW = 0xFFFF_FFFFL;
    private static final int DRAWN = 1 << 10;

    private final SplittableRandom random;
    private final int[] drawn = new int[DRAWN];
    private final int[] free = new int[Windows.COUNT];
    private final WindowChange change;
    private int most;

    RandomOrder(Windows windows, long seed) {
        random = new SplittableRandom(seed);
        change = new WindowChange(windows);
        for (int window = 0; window < Windows.COUNT; window++) {
            free[window] = windows.size(window);
        }
        most = most();
    }

    /** Takes values that follow all earlier ones in size. */
    void take(double[] values, int count) {
        for (int from = 0; from < count; from += DRAWN) {
            int some = Math.min(DRAWN, count - from);
            for (int i = 0; i < some; i++) {
                drawn[i] = window();
            }
            change.take(drawn, values, from, some);
        }
    }

    /** Each free place is equally likely: a place in a window as large as the largest, drawn again when it is not free. */
    private int window() {
        while (true) {
            long bits = random.nextLong();
            int window = (int) ((bits >>> Integer.SIZE) * Windows.COUNT >>> Integer.SIZE);
            if ((bits & LOW) * most >>> Integer.SIZE < free[window]) {
                free[window]--;
                return window;
            }
            most = most();
        }
    }

    private int most() {
        int most = 0;
        for (int each : free) {
            most = Math.max(most, each);
        }
        return most;
    }

    /** Once all values have been taken. */
    double change() {
        return change.mean();
    }
}
