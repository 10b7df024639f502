package io.kernelign.gateway.access;

import jakarta.servlet.Filter;

/** What each request at the public door passes through once it is known who makes it, in the order of the beans. */
public record DoorFilter(Filter filter) {}
