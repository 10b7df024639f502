package io.kernelign.benchmarks.endurance;

import io.kernelign.benchmarks.Measured;
import java.util.List;

/**
 * A process's resident memory at even intervals.
 *
 * @param bytes at least ten
 */
record Resident(List<Long> bytes) {

    /** What comes before has the virtual machine warm up: 1 of so many parts. */
    private static final int WARM_UP = 5;

    private static final int WINDOW = 10;

    /** {@link #last} over {@link #warm}. */
    double growth() {
        return last() / warm();
    }

    /** The median of the first tenth behind the warm-up. */
    double warm() {
        int start = bytes.size() / WARM_UP;
        return median(start, start + bytes.size() / WINDOW);
    }

    /** The median of the last tenth. */
    double last() {
        return median(bytes.size() - bytes.size() / WINDOW, bytes.size());
    }

    private double median(int from, int to) {
        return Measured.median(
                bytes.subList(from, to).stream().mapToDouble(Long::doubleValue).toArray());
    }

    double[] megabytes() {
        return bytes.stream().mapToDouble(each -> each / 1e6).toArray();
    }
}
