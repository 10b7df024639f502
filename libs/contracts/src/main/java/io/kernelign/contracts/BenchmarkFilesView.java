package io.kernelign.contracts;

import java.time.Instant;

/**
 * Files of a benchmark that somebody uploaded.
 *
 * @param benchmark whose reader has checked them
 * @param bytes of the archive
 * @param sha256 of the archive; {@code null} until its files are checked
 * @param questions in the files; {@code null} until they are checked
 */
public record BenchmarkFilesView(
        String id, String name, String benchmark, long bytes, String sha256, Integer questions, Instant createdAt) {}
