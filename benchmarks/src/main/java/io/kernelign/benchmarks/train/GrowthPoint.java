package io.kernelign.benchmarks.train;

import io.kernelign.benchmarks.Measured;
import io.kernelign.training.Dtype;
import java.util.Map;

/**
 * What a step on one pair takes.
 *
 * @param name of the length or of the model's size
 * @param at tokens of the pair, or millions of the model's parameters
 * @param runs one of each type
 */
record GrowthPoint(String name, double at, Map<Dtype, Measured> runs) {

    /** Seconds of a step after the first, which alone computes the reference. */
    double seconds(Dtype dtype) {
        return 1 / runs.get(dtype).laterEpochPairsPerSecond();
    }

    /** The most memory that its process ever held, GB. */
    double gigabytes(Dtype dtype) {
        return runs.get(dtype).peakBytes() / 1e9;
    }
}
