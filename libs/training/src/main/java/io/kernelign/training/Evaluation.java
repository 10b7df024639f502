package io.kernelign.training;

import java.util.List;
import java.util.Map;

/**
 * What one pass over the held-out pairs found.
 *
 * @param metrics by name; more may be added
 * @param pairs in the order of the pass
 * @param pooled mean-pooled last hidden states of their responses: chosen, rejected of each pair
 */
record Evaluation(Map<String, Double> metrics, List<ScoredPair> pairs, List<float[]> pooled) {}
