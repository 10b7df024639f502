package io.kernelign.data.pair;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.util.HexFormat;

/** Computes the SHA-256 of what passes through. */
public final class HashedOutput extends DigestOutputStream {

    /** @param out closed with this stream */
    public HashedOutput(OutputStream out) {
        super(out, ContentHash.sha256());
    }

    /** The SHA-256 of a file. */
    public static String of(Path file) throws IOException {
        var hashed = new HashedOutput(OutputStream.nullOutputStream());
        Files.copy(file, hashed);
        return hashed.hex();
    }

    /** In lower-case hexadecimal digits; ends the computation. */
    public String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
