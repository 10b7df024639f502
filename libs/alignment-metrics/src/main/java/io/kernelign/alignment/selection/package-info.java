/**
 * Choosing a kernel and a divergence from embedded preference pairs: the distances within each pair, the eight metrics
 * (one file each, listed in {@link io.kernelign.alignment.selection.SelectionMetric}), and the rules that read them
 * (as data, in {@link io.kernelign.alignment.selection.RuleBook}). Randomness comes from
 * {@link java.util.SplittableRandom} (SplitMix64), so that another program can reproduce every figure.
 */
package io.kernelign.alignment.selection;
