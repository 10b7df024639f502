package io.kernelign.contracts;

/** A file that a job made; {@code blobKey} says where it lies in the blob store. */
public record ArtifactView(String name, String mediaType, long bytes, String sha256, String blobKey) {}
