package io.kernelign.selector.recommendation;

import io.kernelign.contracts.DatasetRef;

/**
 * One attempt at a recommendation.
 *
 * @param number from 1
 */
record Attempt(String id, int number, DatasetRef dataset, SelectionOptions options) {}
