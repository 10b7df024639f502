package io.kernelign.contracts;

import java.util.Map;

/**
 * What a job would be: nothing is stored.
 *
 * @param spec the resolved spec
 * @param memoryBytes estimated peak memory of the worker
 * @param tokens tokens that the whole training reads
 * @param steps optimiser steps
 * @param seconds estimated time of the training stage on this machine
 */
public record JobEstimate(Map<String, Object> spec, long memoryBytes, long tokens, long steps, long seconds) {}
