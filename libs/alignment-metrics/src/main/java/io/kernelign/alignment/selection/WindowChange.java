package io.kernelign.alignment.selection;

/**
 * The mean W1 distance of consecutive windows, from the values of all windows in ascending order: W1 is the integral of the
 * difference of two distribution functions, which changes at the values of these two windows only.
 */
final class WindowChange {

    private final double[] step = new double[Windows.COUNT];

    /** Between window w - 1 and w at place w; what stands before the first and behind the last window is not counted. */
    private final double[] lead = new double[Windows.COUNT + 1];

    private final double[] since = new double[Windows.COUNT + 1];
    private final double[] distance = new double[Windows.COUNT + 1];

    WindowChange(Windows windows) {
        for (int window = 0; window < Windows.COUNT; window++) {
            step[window] = 1.0 / windows.size(window);
        }
    }

    void next(int window, double value) {
        advance(window, value, -step[window]);
        advance(window + 1, value, step[window]);
    }

    private void advance(int border, double value, double by) {
        distance[border] += Math.abs(lead[border]) * (value - since[border]);
        since[border] = value;
        lead[border] += by;
    }

    double mean() {
        return Moments.mean(Windows.COUNT - 1, border -> distance[border + 1]);
    }
}
