package io.kernelign.contracts;

import java.util.List;

/**
 * Whether a job has become what somebody waits for.
 *
 * @param passed {@code true} when it has succeeded and every gate holds; {@code null} while it has not ended
 * @param gates in the order in which they were named
 */
public record JobVerdict(String id, JobState state, Boolean passed, List<Gate> gates) {

    /**
     * What a figure is to be.
     *
     * @param gate as it was named: {@code preference_accuracy>=0.7}
     * @param value of the figure in the job's results; {@code null} while there are none, and where it was not measured
     * @param passed {@code null} while there are no results
     */
    public record Gate(String gate, Double value, Boolean passed) {}
}
