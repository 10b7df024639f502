package io.kernelign.data.embedding;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** The frame of a safetensors file: its header's length, its header in JSON, its data; all numbers little-endian. */
final class Safetensors {

    static final String METADATA = "__metadata__";
    static final String OFFSETS = "data_offsets";

    private Safetensors() {}

    static void writeHeader(OutputStream out, Map<String, Object> header) throws IOException {
        var json = padded(JsonMapper.shared().writeValueAsString(header));
        out.write(littleEndian(Long.BYTES).putLong(json.length).array());
        out.write(json);
    }

    /** Blanks at the end make the data begin at a multiple of 8 bytes. */
    private static byte[] padded(String json) {
        var short8 = Math.floorMod(-json.length(), Long.BYTES);
        return (json + " ".repeat(short8)).getBytes(StandardCharsets.US_ASCII);
    }

    /** A tensor in a header; its bytes are counted from the end of the header. */
    static Map<String, Object> tensor(String type, List<Integer> shape, long from, long to) {
        return Map.of("dtype", type, "shape", shape, OFFSETS, List.of(from, to));
    }

    static ByteBuffer littleEndian(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
