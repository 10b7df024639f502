package io.kernelign.data.embedding;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Embeddings as a safetensors file: {@code embeddings} [texts, dimension] float32 and {@code pairs} [pairs, 4] int32
 * (line in the canonical file, then the texts of prompt, chosen, rejected), all little-endian; the metadata name the
 * encoder and the SHA-256 of everything behind the header.
 */
public final class EmbeddingFile {

    private static final JsonMapper JSON = JsonMapper.shared();
    static final int COLUMNS = 4;

    /** What is mapped at once; a mapping cannot be larger than 2 GiB. */
    private static final int PART = 1 << 30;

    private EmbeddingFile() {}

    /** Writes vectors, asked for twice, and the pairs that they are of. */
    public static void write(OutputStream out, String encoder, TextVectors vectors, List<EmbeddedPair> pairs)
            throws IOException {
        var dimension = vectors.vector(0).length;
        var embeddingBytes = (long) vectors.texts() * dimension * Float.BYTES;
        var pairBytes = (long) pairs.size() * COLUMNS * Integer.BYTES;
        var header = new TreeMap<String, Object>();
        header.put(Safetensors.METADATA, Map.of("encoder", encoder, "sha256", checksum(vectors, pairs)));
        header.put("embeddings", Safetensors.tensor("F32", List.of(vectors.texts(), dimension), 0, embeddingBytes));
        header.put(
                "pairs",
                Safetensors.tensor("I32", List.of(pairs.size(), COLUMNS), embeddingBytes, embeddingBytes + pairBytes));
        Safetensors.writeHeader(out, header);
        var buffered = new BufferedOutputStream(out, 1 << 16);
        data(vectors, pairs, buffered::write);
        buffered.flush();
    }

    /** @throws IOException also when the file is not what {@link #write} made */
    public static EmbeddedPairs read(Path file) throws IOException {
        try (var channel = FileChannel.open(file)) {
            var header = new byte[Math.toIntExact(map(channel, 0, Long.BYTES).getLong())];
            map(channel, Long.BYTES, header.length).get(header);
            return read(channel, Long.BYTES + header.length, JSON.readTree(header));
        } catch (RuntimeException e) {
            throw new IOException(file + " is not a file of embeddings", e);
        }
    }

    private static EmbeddedPairs read(FileChannel channel, long from, JsonNode header) throws IOException {
        var dimension = header.at("/embeddings/shape/1").asInt();
        var pairsFrom = from + header.at("/pairs/data_offsets/0").asLong();
        var textsPerPart = PART / (dimension * Float.BYTES);
        var vectors = parts(channel, from, pairsFrom, textsPerPart * dimension * Float.BYTES);
        var pairs = map(channel, pairsFrom, channel.size() - pairsFrom);
        verify(vectors, pairs, header.at("/__metadata__/sha256").asString());
        return new EmbeddedPairs(
                vectors.stream().map(ByteBuffer::asFloatBuffer).toArray(FloatBuffer[]::new),
                textsPerPart,
                dimension,
                pairs.asIntBuffer());
    }

    private static List<ByteBuffer> parts(FileChannel channel, long from, long to, int size) throws IOException {
        var parts = new ArrayList<ByteBuffer>();
        for (long at = from; at < to; at += size) {
            parts.add(map(channel, at, Math.min(size, to - at)));
        }
        return parts;
    }

    private static ByteBuffer map(FileChannel channel, long from, long size) throws IOException {
        return channel.map(MapMode.READ_ONLY, from, size).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static void verify(List<ByteBuffer> vectors, ByteBuffer pairs, String sha256) {
        var digest = Safetensors.sha256();
        vectors.forEach(part -> digest.update(part.duplicate()));
        digest.update(pairs.duplicate());
        if (!HexFormat.of().formatHex(digest.digest()).equals(sha256)) {
            throw new IllegalStateException("its checksum does not fit");
        }
    }

    private static String checksum(TextVectors vectors, List<EmbeddedPair> pairs) throws IOException {
        var digest = Safetensors.sha256();
        data(vectors, pairs, digest::update);
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void data(TextVectors vectors, List<EmbeddedPair> pairs, Sink sink) throws IOException {
        for (int text = 0; text < vectors.texts(); text++) {
            var vector = vectors.vector(text);
            var row = Safetensors.littleEndian(vector.length * Float.BYTES);
            row.asFloatBuffer().put(vector);
            sink.accept(row.array());
        }
        for (var pair : pairs) {
            sink.accept(Safetensors.littleEndian(COLUMNS * Integer.BYTES)
                    .putInt(pair.line())
                    .putInt(pair.prompt())
                    .putInt(pair.chosen())
                    .putInt(pair.rejected())
                    .array());
        }
    }

    private interface Sink {
        void accept(byte[] bytes) throws IOException;
    }
}
