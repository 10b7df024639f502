package io.kernelign.metrics;

import java.io.Serializable;

/** A run's id is its job's; two tenants may use the same. */
record RunKey(String tenant, String id) implements Serializable {}
