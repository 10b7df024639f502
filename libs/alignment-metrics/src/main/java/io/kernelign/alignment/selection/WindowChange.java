package io.kernelign.alignment.selection;

/**
 * The mean W1 distance of consecutive windows, from the values of all windows in ascending order: W1 is the integral of the size of
 * the difference of two distribution functions. That size changes at the values of these two windows only, so the integral is the
 * sum of each value times what the size falls by there.
 */
final class WindowChange {

    /** What a value of window w adds to the difference of windows w - 1 and w; the first window follows none. */
    private final double[] asLater = new double[Windows.COUNT];

    /** What it adds to the difference of windows w and w + 1; the last window has no follower. */
    private final double[] asEarlier = new double[Windows.COUNT];

    /** Of the distribution functions of windows w - 1 and w so far, at place w. */
    private final double[] difference = new double[Windows.COUNT + 1];

    private double sum;

    WindowChange(Windows windows) {
        for (int window = 0; window < Windows.COUNT; window++) {
            double step = 1.0 / windows.size(window);
            asLater[window] = window == 0 ? 0 : -step;
            asEarlier[window] = window == Windows.COUNT - 1 ? 0 : step;
        }
    }

    /**
     * Takes values that follow all earlier ones in size.
     *
     * @param windows of values {@code from} on, in their order
     * @param values ascending
     */
    void take(int[] windows, double[] values, int from, int count) {
        double taken = 0;
        for (int i = 0; i < count; i++) {
            int window = windows[i];
            double before = difference[window];
            double after = before + asLater[window];
            difference[window] = after;
            double nextBefore = difference[window + 1];
            double nextAfter = nextBefore + asEarlier[window];
            difference[window + 1] = nextAfter;
            taken += values[from + i]
                    * (Math.abs(before) - Math.abs(after) + (Math.abs(nextBefore) - Math.abs(nextAfter)));
        }
        sum += taken;
    }

    /** Once all values have been taken. */
    double mean() {
        return sum / (Windows.COUNT - 1);
    }
}
