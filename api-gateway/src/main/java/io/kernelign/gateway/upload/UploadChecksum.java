package io.kernelign.gateway.upload;

import io.kernelign.input.FieldError;
import io.kernelign.input.InvalidInputException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Header {@code Upload-Checksum} of tus, {@code sha256 BASE64}, and the bytes that it is of. */
final class UploadChecksum {

    static final String HEADER = "Upload-Checksum";

    private static final Map<String, String> ALGORITHMS =
            new TreeMap<>(Map.of("md5", "MD5", "sha1", "SHA-1", "sha256", "SHA-256"));

    private final MessageDigest digest;
    private final byte[] expected;

    private UploadChecksum(MessageDigest digest, byte[] expected) {
        this.digest = digest;
        this.expected = expected;
    }

    /** The names of the algorithms, parted by commas. */
    static String algorithms() {
        return String.join(",", ALGORITHMS.keySet());
    }

    /**
     * @param header {@code null} without one
     * @throws InvalidInputException when it names another algorithm or is not of that form
     */
    static Optional<UploadChecksum> parse(String header) {
        if (header == null) {
            return Optional.empty();
        }
        var parts = header.strip().split(" ", 2);
        try {
            if (parts.length == 2 && ALGORITHMS.containsKey(parts[0])) {
                return Optional.of(new UploadChecksum(
                        MessageDigest.getInstance(ALGORITHMS.get(parts[0])),
                        Base64.getDecoder().decode(parts[1])));
            }
        } catch (IllegalArgumentException e) {
            // Said below, with all the other ways to be wrong.
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has " + parts[0], e);
        }
        throw new InvalidInputException(FieldError.unacceptable(
                HEADER, header, "one of " + String.join(", ", ALGORITHMS.keySet()) + " and a checksum in Base64"));
    }

    void update(byte[] bytes, int length) {
        digest.update(bytes, 0, length);
    }

    /** @throws UploadRefusal the bytes are others */
    void require() {
        var found = digest.digest();
        if (!MessageDigest.isEqual(found, expected)) {
            throw new UploadRefusal(
                    UploadRefusal.CHECKSUM_MISMATCH,
                    "The body has the checksum " + Base64.getEncoder().encodeToString(found)
                            + " and not the one in Upload-Checksum; nothing of it was kept.");
        }
    }
}
