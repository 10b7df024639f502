package io.kernelign.contracts;

import java.util.List;
import java.util.Map;

/**
 * One trial of a sweep.
 *
 * @param number from 0, in the order in which they began
 * @param values what the trial puts into which field of the base
 * @param share of a whole run that its jobs are, in (0, 1]
 * @param state of its jobs together: {@code failed} or {@code cancelled} as soon as one of them is
 * @param score the metric, its mean over jobs where there are several; {@code null} without one
 * @param standardError of that mean; {@code null} without one, and of a single job
 * @param jobs ids of the jobs that are its work
 * @param error why it failed; {@code null} otherwise
 */
public record SweepTrialView(
        int number,
        Map<String, Object> values,
        double share,
        JobState state,
        Double score,
        Double standardError,
        List<String> jobs,
        String error) {}
