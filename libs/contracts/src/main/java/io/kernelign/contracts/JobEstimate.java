package io.kernelign.contracts;

import java.util.Map;

/**
 * What a job would be: nothing is stored. The figures are {@code null} where the model has to be fetched first.
 *
 * @param spec the resolved spec
 * @param memoryBytes estimated peak memory of the worker
 * @param memory the same part by part, whether it fits, and what would make it fit
 * @param tokens tokens that the whole training reads
 * @param steps optimiser steps
 * @param seconds estimated time of the training stage on this machine
 * @param pilot what its pilot would cost beside that; {@code null} without one
 * @param note what else is to be known; {@code null} for nothing
 */
public record JobEstimate(
        Map<String, Object> spec,
        Long memoryBytes,
        JobMemory memory,
        Long tokens,
        Long steps,
        Long seconds,
        PilotEstimate pilot,
        String note) {}
