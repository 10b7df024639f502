package io.kernelign.gateway.source;

import io.kernelign.data.pair.Split;

/**
 * A file of a data set that a source has, not fetched yet.
 *
 * @param name that no other file of the source has
 * @param bytes its size; -1 where the source does not tell
 * @param version what stays the same as long as its content does; {@code null} where the source does not tell
 * @param split the side on which its pairs are meant to stand; {@code null} when nothing says
 */
public record OfferedFile(String name, long bytes, String version, Split split) {}
