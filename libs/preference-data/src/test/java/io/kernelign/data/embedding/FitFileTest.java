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
import java.util.Arrays;
import java.util.Map;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class FitFileTest {

    private static final EmbeddingOrigin ORIGIN = new EmbeddingOrigin("minilm", "ab12");
    private static final Map<String, float[]> ARRAYS =
            Map.of("median", new float[] {0.75f}, "axes", new float[] {1, -0.5f, 0, 1e-30f});

    @TempDir
    Path folder;

    private Path file;
    private byte[] bytes;

    @BeforeEach
    void write() throws IOException {
        var out = new ByteArrayOutputStream();
        FitFile.write(out, ORIGIN, ARRAYS);
        bytes = out.toByteArray();
        file = Files.write(folder.resolve("fit.safetensors"), bytes);
    }

    @Test
    void what_is_written_is_read_back() throws IOException {
        var arrays = FitFile.read(file, ORIGIN);

        assertThat(arrays).containsOnlyKeys("median", "axes");
        assertThat(arrays.get("median")).containsExactly(ARRAYS.get("median"));
        assertThat(arrays.get("axes")).containsExactly(ARRAYS.get("axes"));
    }

    @Test
    void the_file_is_a_safetensors_file() {
        var buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        var length = (int) buffer.getLong();
        var header = JsonMapper.shared().readTree(new String(bytes, 8, length, StandardCharsets.UTF_8));

        assertThat(length % 8).isZero();
        assertThat(header.at("/axes/dtype").asString()).isEqualTo("F32");
        assertThat(header.at("/axes/shape")).hasToString("[4]");
        assertThat(header.at("/axes/data_offsets")).hasToString("[0,16]");
        assertThat(header.at("/median/data_offsets")).hasToString("[16,20]");
        assertThat(header.at("/__metadata__/encoder").asString()).isEqualTo("minilm");
        assertThat(buffer.getFloat(8 + length + 16)).isEqualTo(0.75f);
    }

    @Test
    void one_wrong_bit_a_missing_end_or_anything_else_is_refused() throws IOException {
        var wrong = bytes.clone();
        wrong[bytes.length - 2] ^= 1;
        refused(wrong).hasMessageContaining("its checksum does not fit");
        refused(Arrays.copyOf(bytes, bytes.length - 4)).hasMessageContaining("its checksum does not fit");
        refused("something else altogether".getBytes(StandardCharsets.UTF_8)).isNotNull();
        refused(new byte[0]).isNotNull();
    }

    private AbstractThrowableAssert<?, ?> refused(byte[] content) throws IOException {
        Files.write(file, content);
        return assertThatThrownBy(() -> FitFile.read(file, ORIGIN))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("does not hold what was fitted to embeddings");
    }

    @Test
    void what_was_fitted_to_other_data_or_by_another_encoder_is_refused_and_both_are_named() {
        assertThatThrownBy(() -> FitFile.read(file, new EmbeddingOrigin("minilm", "cd34")))
                .isInstanceOf(IOException.class)
                .hasMessageEndingWith("it was fitted to minilm's embeddings of the data set with the content hash ab12,"
                        + " not to minilm's embeddings of the data set with the content hash cd34");
        assertThatThrownBy(() -> FitFile.read(file, new EmbeddingOrigin("jina", "ab12")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("not to jina's embeddings");
    }
}
