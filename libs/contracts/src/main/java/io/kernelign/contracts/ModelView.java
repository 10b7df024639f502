package io.kernelign.contracts;

/** A base model that the trainer can load. */
public record ModelView(String name, String architecture, long parameters, long bytes, boolean chatTemplate) {}
