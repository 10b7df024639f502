package io.kernelign.contracts;

/**
 * One curve of a run in a few numbers; {@code first} and {@code last} are by step. The values are {@code null} when
 * none was finite.
 *
 * @param points number of finite values
 * @param nonFinite number of times the value was not a finite number
 */
public record CurveSummary(
        String split,
        String name,
        long points,
        long nonFinite,
        Double first,
        Double last,
        Double least,
        Double most,
        Long lastStep) {}
