package io.kernelign.gateway.access;

/** Who makes a request; every query is made on behalf of its tenant. */
public record Caller(String tenant) {}
