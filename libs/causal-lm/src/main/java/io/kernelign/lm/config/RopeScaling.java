package io.kernelign.lm.config;

import java.util.List;
import java.util.stream.IntStream;

/**
 * How a model stretches its rotary frequencies to sequences longer than those it was first trained on. The formulas are
 * those of Hugging Face's {@code rope_type}s.
 */
public sealed interface RopeScaling {

    /** Radians per position of each pair of dimensions, [width / 2]. */
    double[] frequencies(double theta, int width, int length);

    /** What cosines and sines are multiplied by. */
    default double magnitude() {
        return 1;
    }

    /** Longest sequence, tokens, where {@code config.json} says {@code maxPositions}. */
    default int reach(int maxPositions) {
        return maxPositions;
    }

    /** Whether the frequencies depend on how long the longest sequence at hand is. */
    default boolean dependsOnLength() {
        return false;
    }

    /** Whether a sequence that grows to this length is rotated otherwise than before, from its first position on. */
    default boolean turnsAnewAt(int length) {
        return false;
    }

    /** {@code theta^(-2i / width)}. */
    private static double[] plain(double theta, int width) {
        return IntStream.range(0, width / 2)
                .mapToDouble(i -> 1 / Math.pow(theta, 2.0 * i / width))
                .toArray();
    }

    /** None. */
    record None() implements RopeScaling {
        @Override
        public double[] frequencies(double theta, int width, int length) {
            return plain(theta, width);
        }
    }

    /** Positions are divided by the factor. */
    record Linear(double factor) implements RopeScaling {
        @Override
        public double[] frequencies(double theta, int width, int length) {
            var frequencies = plain(theta, width);
            for (int i = 0; i < frequencies.length; i++) {
                frequencies[i] /= factor;
            }
            return frequencies;
        }
    }

    /**
     * Theta grows with the longest sequence at hand once it is longer than the model was trained on ("NTK-aware"). Beyond
     * that, a row's numbers depend on the longest row beside it, as in transformers.
     */
    record Dynamic(double factor, int trained) implements RopeScaling {
        @Override
        public double[] frequencies(double theta, int width, int length) {
            double stretch = factor * Math.max(length, trained) / trained - (factor - 1);
            return plain(theta * Math.pow(stretch, width / (width - 2.0)), width);
        }

        @Override
        public boolean dependsOnLength() {
            return true;
        }

        @Override
        public int reach(int maxPositions) {
            return (int) (maxPositions * factor);
        }
    }

    /** Llama 3.1: long wavelengths are stretched by the factor, short ones not, those between in proportion. */
    record Llama3(double factor, double lowFrequencyFactor, double highFrequencyFactor, int trained)
            implements RopeScaling {
        @Override
        public double[] frequencies(double theta, int width, int length) {
            var frequencies = plain(theta, width);
            for (int i = 0; i < frequencies.length; i++) {
                double turns = trained * frequencies[i] / (2 * Math.PI);
                double kept = (turns - lowFrequencyFactor) / (highFrequencyFactor - lowFrequencyFactor);
                frequencies[i] *= mix(1 / factor, 1, kept);
            }
            return frequencies;
        }
    }

    /**
     * YaRN (Peng et al., 2023): pairs that turn fewer than {@code slow} times over the trained length are stretched, those
     * that turn more than {@code fast} times are not, and a ramp over the dimensions lies between.
     *
     * @param truncate whether the ramp begins and ends at whole dimensions
     */
    record Yarn(double factor, int trained, double magnitude, double fast, double slow, boolean truncate)
            implements RopeScaling {
        @Override
        public double[] frequencies(double theta, int width, int length) {
            double from = Math.max(truncate ? Math.floor(pair(fast, theta, width)) : pair(fast, theta, width), 0);
            double to = Math.min(truncate ? Math.ceil(pair(slow, theta, width)) : pair(slow, theta, width), width - 1);
            var frequencies = plain(theta, width);
            for (int i = 0; i < frequencies.length; i++) {
                double stretched = (i - from) / (from == to ? 0.001 : to - from);
                frequencies[i] *= mix(1, 1 / factor, stretched);
            }
            return frequencies;
        }

        /** The pair of dimensions that turns so many times over the trained length. */
        private double pair(double turns, double theta, int width) {
            return width * Math.log(trained / (turns * 2 * Math.PI)) / (2 * Math.log(theta));
        }

        @Override
        public int reach(int maxPositions) {
            return Math.max(maxPositions, (int) (trained * factor));
        }
    }

    /**
     * LongRoPE (Ding et al., 2024): each pair has a divisor of its own, another one when the longest sequence at hand is
     * longer than the trained length, as in transformers.
     */
    record LongRope(List<Double> shortFactors, List<Double> longFactors, int trained, double magnitude)
            implements RopeScaling {
        @Override
        public double[] frequencies(double theta, int width, int length) {
            var factors = length > trained ? longFactors : shortFactors;
            var frequencies = plain(theta, width);
            for (int i = 0; i < frequencies.length; i++) {
                frequencies[i] /= factors.get(i);
            }
            return frequencies;
        }

        @Override
        public boolean dependsOnLength() {
            return true;
        }

        @Override
        public boolean turnsAnewAt(int length) {
            return length == trained + 1;
        }
    }

    private static double mix(double atZero, double atOne, double share) {
        double clamped = Math.min(Math.max(share, 0), 1);
        return (1 - clamped) * atZero + clamped * atOne;
    }
}
