package io.kernelign.contracts;

import java.util.List;

/**
 * One round of a race.
 *
 * @param steps optimiser steps that each candidate has made at its end
 * @param pairs held-out pairs on which each was scored
 * @param candidates best first
 */
public record PilotRungView(long steps, int pairs, List<PilotStandingView> candidates) {}
