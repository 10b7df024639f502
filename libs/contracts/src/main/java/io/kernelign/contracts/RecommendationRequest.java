package io.kernelign.contracts;

import java.util.Map;

/**
 * Asks the selector to measure a data set.
 *
 * @param options what the user sent besides the data set, unchecked; the selector checks it
 */
public record RecommendationRequest(DatasetRef dataset, Map<String, Object> options) {}
