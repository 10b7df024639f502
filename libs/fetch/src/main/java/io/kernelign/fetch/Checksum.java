package io.kernelign.fetch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a server says a file's content is: the SHA-256 of a large file, or git's SHA-1 of a small one, which is that of
 * {@code blob LENGTH\0} and the content.
 *
 * @param git whether it is git's
 * @param hex lower case
 */
public record Checksum(boolean git, String hex) {

    private static final Pattern ETAG = Pattern.compile("(?:W/)?\"?([0-9a-f]{64}|[0-9a-f]{40})\"?");
    private static final Pattern REPR_DIGEST = Pattern.compile("sha-256=:([A-Za-z0-9+/]{43}=):");
    private static final int GIT_LENGTH = 40;
    private static final int CHUNK = 1 << 16;

    /** A SHA-256. */
    public static Checksum sha256(byte[] hash) {
        return new Checksum(false, HexFormat.of().formatHex(hash));
    }

    /** Reads an {@code ETag} or {@code X-Linked-Etag}; empty where it is no checksum. */
    static Optional<Checksum> ofEtag(String etag) {
        var matcher = ETAG.matcher(etag.strip());
        return matcher.matches()
                ? Optional.of(new Checksum(matcher.group(1).length() == GIT_LENGTH, matcher.group(1)))
                : Optional.empty();
    }

    /** Reads a {@code Repr-Digest} (RFC 9530); empty where it has no SHA-256. */
    static Optional<Checksum> ofReprDigest(String header) {
        var matcher = REPR_DIGEST.matcher(header);
        return matcher.find() ? Optional.of(sha256(Base64.getDecoder().decode(matcher.group(1)))) : Optional.empty();
    }

    /** The same of a file here. */
    Checksum of(Path file) throws IOException {
        var digest = digest(git ? "SHA-1" : "SHA-256");
        if (git) {
            digest.update(("blob " + Files.size(file) + "\0").getBytes(StandardCharsets.US_ASCII));
        }
        try (var in = Files.newInputStream(file)) {
            var chunk = new byte[CHUNK];
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                digest.update(chunk, 0, read);
            }
        }
        return new Checksum(git, HexFormat.of().formatHex(digest.digest()));
    }

    private static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has " + algorithm, e);
        }
    }

    @Override
    public String toString() {
        return (git ? "git SHA-1 " : "SHA-256 ") + hex;
    }
}
