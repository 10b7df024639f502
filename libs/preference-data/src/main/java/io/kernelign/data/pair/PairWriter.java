package io.kernelign.data.pair;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.util.HexFormat;
import tools.jackson.databind.json.JsonMapper;

/** Writes canonical pairs as JSON Lines, one pair a line; the same pairs always give the same bytes. */
public final class PairWriter implements Closeable {

    private static final JsonMapper JSON = new JsonMapper();

    private final DigestOutputStream hashed;
    private final OutputStream out;

    /** @param out closed with this writer */
    public PairWriter(OutputStream out) {
        this.hashed = new DigestOutputStream(out, ContentHash.sha256());
        this.out = new BufferedOutputStream(hashed, 1 << 16);
    }

    public void write(PreferencePair pair) throws IOException {
        out.write(JSON.writeValueAsBytes(pair));
        out.write('\n');
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    /** Closes the file and returns SHA-256 (hex) of its bytes. To be called once. */
    public String finish() throws IOException {
        close();
        return HexFormat.of().formatHex(hashed.getMessageDigest().digest());
    }
}
