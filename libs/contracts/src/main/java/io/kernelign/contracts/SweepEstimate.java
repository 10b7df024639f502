package io.kernelign.contracts;

import java.util.Map;

/**
 * What a sweep would be: nothing is stored. The figures are {@code null} where a model has to be fetched first.
 *
 * @param spec the resolved spec
 * @param trials how many there would be
 * @param jobs how many jobs they would be
 * @param estimatedTrials so many of them, evenly chosen, were estimated; the sums are scaled from them
 * @param steps optimiser steps of all jobs together
 * @param tokens that all jobs together read in training
 * @param seconds of training of all jobs together, on this machine, one after the other
 * @param memoryBytes peak memory of the largest job; jobs that run side by side take it each
 * @param note what else is to be known; {@code null} for nothing
 */
public record SweepEstimate(
        Map<String, Object> spec,
        int trials,
        int jobs,
        int estimatedTrials,
        Long steps,
        Long tokens,
        Long seconds,
        Long memoryBytes,
        String note) {}
