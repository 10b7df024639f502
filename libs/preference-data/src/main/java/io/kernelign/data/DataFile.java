package io.kernelign.data;

import java.nio.file.Path;

/**
 * A file of a data set.
 *
 * @param name what people call it; says nothing of its content
 * @param path where it lies
 */
public record DataFile(String name, Path path) {}
