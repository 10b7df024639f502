package io.kernelign.contracts;

import java.util.List;

/**
 * One page of a listing, newest first.
 *
 * @param next cursor of the following page; {@code null} on the last
 */
public record Page<T>(List<T> items, String next) {}
