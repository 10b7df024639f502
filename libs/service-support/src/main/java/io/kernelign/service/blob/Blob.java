package io.kernelign.service.blob;

/**
 * A stored blob.
 *
 * @param bytes its length
 * @param sha256 of its content, lower-case hex
 */
public record Blob(String key, long bytes, String sha256) {

    void requireSame(long foundBytes, String foundSha256) throws DamagedBlobException {
        if (bytes != foundBytes) {
            throw new DamagedBlobException(key, foundBytes + " bytes", bytes);
        }
        if (!sha256.equals(foundSha256)) {
            throw new DamagedBlobException(key, "the SHA-256 " + foundSha256, sha256);
        }
    }
}
