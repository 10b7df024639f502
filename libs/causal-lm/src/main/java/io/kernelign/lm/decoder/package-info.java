/**
 * The decoder: tokens in, hidden states out, assembled from the parts that a configuration names. Sequences stand one behind the other without padding; an
 * {@link io.kernelign.lm.decoder.Attention} says who sees whom and an {@link io.kernelign.lm.decoder.Adapter} what the
 * linear maps are, so policy and reference are the same decoder with and without an adapter.
 */
package io.kernelign.lm.decoder;
