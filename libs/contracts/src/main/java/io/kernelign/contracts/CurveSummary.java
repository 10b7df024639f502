package io.kernelign.contracts;

/** One curve of a run in six numbers; {@code first} and {@code last} are by step. */
public record CurveSummary(
        String split, String name, long points, double first, double last, double least, double most, long lastStep) {}
