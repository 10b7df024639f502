package io.kernelign.service.blob;

/**
 * A stored blob.
 *
 * @param bytes its length
 * @param sha256 of its content, lower-case hex
 */
public record Blob(String key, long bytes, String sha256) {}
