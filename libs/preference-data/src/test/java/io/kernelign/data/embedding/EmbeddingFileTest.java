package io.kernelign.data.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class EmbeddingFileTest {

    private static final float[][] VECTORS = {{1, 2, 3}, {-0.5f, 0, 0.25f}};
    private static final List<EmbeddedPair> PAIRS = List.of(new EmbeddedPair(0, 0, 1, 0), new EmbeddedPair(7, 1, 0, 1));

    @TempDir
    Path folder;

    private Path file;
    private byte[] bytes;

    @BeforeEach
    void write() throws IOException {
        var out = new ByteArrayOutputStream();
        EmbeddingFile.write(out, "minilm", TextVectors.of(VECTORS), PAIRS);
        bytes = out.toByteArray();
        file = Files.write(folder.resolve("e.safetensors"), bytes);
    }

    @Test
    void what_is_written_is_read_back() throws IOException {
        var embedded = EmbeddingFile.read(file);

        assertThat(embedded.pairs()).isEqualTo(PAIRS);
        assertThat(embedded.vector(0)).containsExactly(VECTORS[0]);
        assertThat(embedded.vector(1)).containsExactly(VECTORS[1]);
    }

    @Test
    void the_vectors_of_a_pair_are_copied_at_once() throws IOException {
        var prompt = new float[3];
        var chosen = new float[3];
        var rejected = new float[3];

        EmbeddingFile.read(file).read(1, prompt, chosen, rejected);

        assertThat(prompt).containsExactly(VECTORS[1]);
        assertThat(chosen).containsExactly(VECTORS[0]);
        assertThat(rejected).containsExactly(VECTORS[1]);
    }

    @Test
    void the_file_is_a_safetensors_file() {
        var buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        var length = (int) buffer.getLong();
        var header = JsonMapper.shared().readTree(new String(bytes, 8, length, StandardCharsets.UTF_8));

        assertThat(length % 8).isZero();
        assertThat(header.at("/embeddings").toString())
                .contains("\"dtype\":\"F32\"")
                .contains("\"shape\":[2,3]")
                .contains("\"data_offsets\":[0,24]");
        assertThat(header.at("/pairs").toString())
                .contains("\"dtype\":\"I32\"")
                .contains("\"shape\":[2,4]")
                .contains("\"data_offsets\":[24,56]");
        assertThat(header.at("/__metadata__/encoder").asString()).isEqualTo("minilm");
        assertThat(bytes).hasSize(8 + length + 56);
        assertThat(buffer.getFloat(8 + length + 12)).isEqualTo(-0.5f);
        assertThat(buffer.getInt(8 + length + 24 + 16)).isEqualTo(7);
    }

    @Test
    void one_wrong_bit_a_missing_end_or_anything_else_is_refused() throws IOException {
        bytes[bytes.length - 20] ^= 1;
        Files.write(file, bytes);
        assertThatThrownBy(() -> EmbeddingFile.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("is not a file of embeddings")
                .hasRootCauseMessage("its checksum does not fit");

        Files.write(file, List.of("something else altogether"));
        assertThatThrownBy(() -> EmbeddingFile.read(file)).isInstanceOf(IOException.class);

        Files.write(file, new byte[0]);
        assertThatThrownBy(() -> EmbeddingFile.read(file)).isInstanceOf(IOException.class);
    }
}
