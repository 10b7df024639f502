package io.kernelign.data.pair;

import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.util.HexFormat;

/** Computes the SHA-256 of what passes through. */
public final class HashedOutput extends DigestOutputStream {

    /** @param out closed with this stream */
    public HashedOutput(OutputStream out) {
        super(out, ContentHash.sha256());
    }

    /** In lower-case hexadecimal digits; ends the computation. */
    public String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
