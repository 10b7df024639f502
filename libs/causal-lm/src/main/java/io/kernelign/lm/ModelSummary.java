package io.kernelign.lm;

/**
 * A model that can be loaded, as a list shows it.
 *
 * @param name by which it is asked for
 * @param parameters number of weights, a tied head counted once
 * @param bytes of its weights
 * @param chatTemplate whether it has one
 */
public record ModelSummary(String name, String architecture, long parameters, long bytes, boolean chatTemplate) {}
