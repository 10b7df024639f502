package io.kernelign.contracts;

import java.time.Instant;

/**
 * One value of one curve; (run, split, name, step) is its key.
 *
 * @param split {@code train} or {@code held_out}
 * @param name for example {@code loss}, {@code ranking_accuracy}, {@code f1.ranking.overall}
 * @param step optimiser steps done when it was measured; 0 is before training
 * @param value {@code null} records that the value was not a finite number
 */
public record MetricPoint(String split, String name, long step, Double value, Instant at) {}
