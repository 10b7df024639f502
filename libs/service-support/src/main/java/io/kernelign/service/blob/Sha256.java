package io.kernelign.service.blob;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 in the making. */
public final class Sha256 {

    private final MessageDigest digest;

    Sha256() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    void update(byte[] bytes, int offset, int length) {
        digest.update(bytes, offset, length);
    }

    /** Lower-case hex; ends the computation. */
    String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Of a text in UTF-8, in lower-case hex. */
    public static String of(String text) {
        var sha256 = new Sha256();
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        sha256.update(bytes, 0, bytes.length);
        return sha256.hex();
    }

    /** Of a whole file, in lower-case hex. */
    public static String of(Path file) throws IOException {
        var hashing = new HashingOutputStream(OutputStream.nullOutputStream());
        Files.copy(file, hashing);
        return hashing.hex();
    }
}
