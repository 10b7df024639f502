package io.kernelign.gateway.access;

import java.time.Instant;

/** Whose data sets, jobs and results there are. */
record Tenant(String id, Instant createdAt) {}
