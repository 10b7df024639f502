package io.kernelign.data.pair;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** Writes canonical pairs as JSON Lines, one pair a line; the same pairs always give the same bytes. */
public final class PairWriter implements Closeable {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int ID_START = "{\"id\":\"".length();
    private static final Map<Split, byte[]> SIDES = Arrays.stream(Split.values())
            .collect(Collectors.toMap(side -> side, side -> (",\"split\":\"" + side.text() + '"').getBytes(UTF_8)));

    private final DigestOutputStream hashed;
    private final OutputStream out;

    /** @param out closed with this writer */
    public PairWriter(OutputStream out) {
        this.hashed = new DigestOutputStream(out, ContentHash.sha256());
        this.out = new BufferedOutputStream(hashed, 1 << 16);
    }

    public void write(PreferencePair pair) throws IOException {
        write(line(pair.withSplit(null)), pair.split());
    }

    /** A pair without its side, as {@link #write(byte[], Split)} takes it. */
    public static byte[] line(PreferencePair pair) {
        return JSON.writeValueAsBytes(pair);
    }

    /** @param side goes behind the id, which every line begins with; {@code null} for none */
    public void write(byte[] line, Split side) throws IOException {
        int idEnd = idEnd(line);
        out.write(line, 0, idEnd);
        if (side != null) {
            out.write(SIDES.get(side));
        }
        out.write(line, idEnd, line.length - idEnd);
        out.write('\n');
    }

    private static int idEnd(byte[] line) {
        int quote = ID_START;
        while (line[quote] != '"') {
            quote++;
        }
        return quote + 1;
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
