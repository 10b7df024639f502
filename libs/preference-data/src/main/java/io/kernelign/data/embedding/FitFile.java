package io.kernelign.data.embedding;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What was fitted to embeddings as a safetensors file: named rows of float32, little-endian; the metadata say what it was
 * fitted to, and the SHA-256 of everything behind the header.
 */
public final class FitFile {

    private static final String ENCODER = "encoder";
    private static final String CONTENT_HASH = "contentHash";
    private static final String SHA256 = "sha256";

    private FitFile() {}

    public static void write(OutputStream out, EmbeddingOrigin origin, Map<String, float[]> arrays) throws IOException {
        var header = new LinkedHashMap<String, Object>();
        var data = Safetensors.littleEndian(
                arrays.values().stream().mapToInt(array -> array.length).sum() * Float.BYTES);
        new TreeMap<>(arrays).forEach((name, array) -> {
            int from = data.position();
            for (float value : array) {
                data.putFloat(value);
            }
            header.put(name, Safetensors.tensor("F32", List.of(array.length), from, data.position()));
        });
        header.put(
                Safetensors.METADATA,
                Map.of(ENCODER, origin.encoder(), CONTENT_HASH, origin.contentHash(), SHA256, checksum(data.array())));
        Safetensors.writeHeader(out, header);
        out.write(data.array());
    }

    /**
     * The arrays that {@link #write} was given.
     *
     * @throws IOException also when the file is not what {@link #write} made, or was fitted to something else
     */
    public static Map<String, float[]> read(Path file, EmbeddingOrigin origin) throws IOException {
        try {
            var bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
            var json = new byte[Math.toIntExact(bytes.getLong())];
            bytes.get(json);
            var header = JsonMapper.shared().readTree(json);
            require(header.path(Safetensors.METADATA), origin);
            return arrays(header, bytes.slice().order(ByteOrder.LITTLE_ENDIAN));
        } catch (RuntimeException e) {
            throw new IOException(file + " does not hold what was fitted to embeddings: " + e.getMessage(), e);
        }
    }

    private static void require(JsonNode metadata, EmbeddingOrigin origin) {
        var found = new EmbeddingOrigin(
                metadata.path(ENCODER).asString(), metadata.path(CONTENT_HASH).asString());
        if (!found.equals(origin)) {
            throw new IllegalStateException("it was fitted to " + found + ", not to " + origin);
        }
    }

    private static Map<String, float[]> arrays(JsonNode header, ByteBuffer data) {
        var bytes = new byte[data.remaining()];
        data.duplicate().get(bytes);
        if (!checksum(bytes)
                .equals(header.at("/" + Safetensors.METADATA + "/" + SHA256).asString())) {
            throw new IllegalStateException("its checksum does not fit");
        }
        var arrays = new TreeMap<String, float[]>();
        header.propertyStream()
                .filter(tensor -> !tensor.getKey().equals(Safetensors.METADATA))
                .forEach(tensor -> {
                    var offsets = tensor.getValue().path(Safetensors.OFFSETS);
                    int from = offsets.path(0).asInt();
                    var array = new float[(offsets.path(1).asInt() - from) / Float.BYTES];
                    data.slice(from, array.length * Float.BYTES)
                            .order(ByteOrder.LITTLE_ENDIAN)
                            .asFloatBuffer()
                            .get(array);
                    arrays.put(tensor.getKey(), array);
                });
        return arrays;
    }

    private static String checksum(byte[] data) {
        return HexFormat.of().formatHex(Safetensors.sha256().digest(data));
    }
}
