package io.kernelign.contracts;

/**
 * A model at the moment.
 *
 * @param pinned {@code NAME@sha256:HEX}: by this it can be asked for as long as its files are what they are
 */
public record PolicyModel(String pinned) {}
