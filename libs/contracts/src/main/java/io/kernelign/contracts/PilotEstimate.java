package io.kernelign.contracts;

/**
 * What the race of a pilot would cost at most, before the training itself.
 *
 * @param candidates most that would race
 * @param runs full runs of the job
 * @param tokenSteps tokens that optimiser steps would read; a forward pass alone counts half
 * @param seconds on this machine
 */
public record PilotEstimate(int candidates, double runs, long tokenSteps, long seconds) {}
