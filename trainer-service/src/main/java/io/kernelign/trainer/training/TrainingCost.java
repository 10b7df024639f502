package io.kernelign.trainer.training;

/**
 * What a training will take, estimated.
 *
 * @param steps optimiser steps
 * @param tokens that the whole training reads
 * @param memoryBytes peak memory of the worker
 * @param seconds on this machine
 */
public record TrainingCost(long steps, long tokens, long memoryBytes, long seconds) {}
