package io.kernelign.service.blob;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Computes the SHA-256 of what passes through. */
final class HashingOutputStream extends FilterOutputStream {

    private final Sha256 hash = new Sha256();

    HashingOutputStream(OutputStream out) {
        super(out);
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        out.write(bytes, offset, length);
        hash.update(bytes, offset, length);
    }

    /** Lower-case hex; ends the computation. */
    String hex() {
        return hash.hex();
    }
}
