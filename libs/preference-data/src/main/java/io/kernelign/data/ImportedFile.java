package io.kernelign.data;

import io.kernelign.data.rows.Compression;
import io.kernelign.data.rows.Container;

/** What a file turned out to be. */
public record ImportedFile(String name, Container container, Compression compression) {}
