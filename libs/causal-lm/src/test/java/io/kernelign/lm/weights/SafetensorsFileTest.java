package io.kernelign.lm.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kernelign.input.InvalidInputException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SafetensorsFileTest {

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("model.safetensors");
    }

    @Test
    void float32_is_read_as_it_stands() throws IOException {
        write("{\"w\":{\"dtype\":\"F32\",\"shape\":[2,2],\"data_offsets\":[0,16]}}", floats(1f, -2.5f, 3e-39f, 1e30f));
        assertThat(SafetensorsFile.open(file).read("w")).containsExactly(1f, -2.5f, 3e-39f, 1e30f);
    }

    @Test
    void bfloat16_is_the_upper_half_of_float32() throws IOException {
        write(
                "{\"w\":{\"dtype\":\"BF16\",\"shape\":[4],\"data_offsets\":[0,8]}}",
                shorts(0x3f80, 0xc020, 0x7f80, 0x0001));
        assertThat(SafetensorsFile.open(file).read("w"))
                .containsExactly(1f, -2.5f, Float.POSITIVE_INFINITY, Float.intBitsToFloat(0x10000));
    }

    @Test
    void float16_is_widened_with_its_subnormals_and_infinities() throws IOException {
        write(
                "{\"w\":{\"dtype\":\"F16\",\"shape\":[8],\"data_offsets\":[0,16]}}",
                shorts(0x3c00, 0xc100, 0x0001, 0x03ff, 0x7bff, 0x7c00, 0xfc00, 0x8000));
        assertThat(SafetensorsFile.open(file).read("w"))
                .containsExactly(
                        1f,
                        -2.5f,
                        5.9604645e-8f,
                        6.097555e-5f,
                        65504f,
                        Float.POSITIVE_INFINITY,
                        Float.NEGATIVE_INFINITY,
                        -0f);
        write("{\"w\":{\"dtype\":\"F16\",\"shape\":[1],\"data_offsets\":[0,2]}}", shorts(0x7e00));
        assertThat(SafetensorsFile.open(file).read("w")).containsExactly(Float.NaN);
    }

    @Test
    void a_part_of_a_tensor_is_read_into_the_callers_buffer() throws IOException {
        write("{\"w\":{\"dtype\":\"F32\",\"shape\":[3,2],\"data_offsets\":[0,24]}}", floats(0, 1, 2, 3, 4, 5));
        var rows = FloatBuffer.allocate(2);
        SafetensorsFile.open(file).read("w", 2, rows);
        assertThat(rows.array()).containsExactly(2f, 3f);
        assertThatThrownBy(() -> SafetensorsFile.open(file).read("w", 5, FloatBuffer.allocate(2)))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessage("w has 6 elements, asked for 2 from 5");
    }

    @Test
    void tensors_are_listed_in_the_order_of_their_data_an_empty_one_among_them() throws IOException {
        write(
                "{\"__metadata__\":{\"format\":\"pt\"},\"b\":{\"dtype\":\"F32\",\"shape\":[],\"data_offsets\":[4,8]},"
                        + "\"a\":{\"dtype\":\"F16\",\"shape\":[2,1],\"data_offsets\":[0,4]},"
                        + "\"none\":{\"dtype\":\"BF16\",\"shape\":[0,7],\"data_offsets\":[4,4]}}   ",
                new byte[8]);
        var opened = SafetensorsFile.open(file);
        assertThat(opened.tensors()).extracting(TensorInfo::name).containsExactly("a", "none", "b");
        assertThat(opened.tensor("a").shape()).containsExactly(2L, 1L);
        assertThat(opened.read("none")).isEmpty();
        assertThat(opened.read("b")).containsExactly(0f);
    }

    @Test
    void a_missing_tensor_is_named() throws IOException {
        write("{}", new byte[0]);
        assertThatThrownBy(() -> SafetensorsFile.open(file).read("lm_head.weight"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("model.safetensors: lm_head.weight is missing; accepted is a tensor of this name");
    }

    @Test
    void what_was_written_is_read_back_and_the_bytes_depend_on_the_tensors_alone() throws IOException {
        var b = new SafetensorsWriter.Entry("b", List.of(2L, 1L), () -> new float[] {1.5f, -0f});
        var a = new SafetensorsWriter.Entry("a.weight", List.of(3L), () -> new float[] {Float.MIN_VALUE, 2, 3});
        SafetensorsWriter.write(file, List.of(b, a));
        var opened = SafetensorsFile.open(file);
        assertThat(opened.tensors()).extracting(TensorInfo::name).containsExactly("a.weight", "b");
        assertThat(opened.read("b")).containsExactly(1.5f, -0f);
        assertThat(opened.read("a.weight")).containsExactly(Float.MIN_VALUE, 2f, 3f);

        var bytes = Files.readAllBytes(file);
        SafetensorsWriter.write(file, List.of(a, b));
        assertThat(Files.readAllBytes(file)).isEqualTo(bytes);
        assertThat(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong() % 8)
                .isZero();
    }

    @Test
    void a_write_that_fails_leaves_neither_a_half_file_nor_a_changed_one() throws IOException {
        Files.writeString(file, "before");
        var tooFew = new SafetensorsWriter.Entry("w", List.of(3L), () -> new float[2]);
        assertThatThrownBy(() -> SafetensorsWriter.write(file, List.of(tooFew)))
                .hasMessage("w has 2 values for the shape [3]");
        assertThat(folder.toFile().list()).containsExactly("model.safetensors");
        assertThat(file).hasContent("before");
    }

    @Test
    @Tag("shared")
    void stories260k_has_the_values_that_python_reads() {
        var weights = SafetensorsFile.open(
                Path.of(System.getProperty("kernelign.shared"), "models/stories260k/model.safetensors"));
        assertThat(weights.tensors()).hasSize(47);
        var embedding = weights.read("model.embed_tokens.weight");
        assertThat(embedding).hasSize(512 * 64);
        assertThat(embedding[0]).isEqualTo(-0.29474878f);
        assertThat(embedding[32767]).isEqualTo(-0.4240326f);
    }

    @Test
    @Tag("smollm2")
    void smollm2_has_the_values_that_python_reads_from_its_bfloat16() {
        var weights = SafetensorsFile.open(Path.of(System.getProperty("kernelign.smollm2"), "model.safetensors"));
        assertThat(weights.tensors()).hasSize(272);
        var norm = weights.read("model.norm.weight");
        assertThat(norm).hasSize(576);
        assertThat(norm[575]).isEqualTo(1.984375f);
        var row = FloatBuffer.allocate(576);
        weights.read("model.embed_tokens.weight", 49151L * 576, row);
        assertThat(row.get(0)).isEqualTo(0.011474609f);
    }

    private void write(String header, byte[] data) throws IOException {
        Files.write(file, SafetensorsBytes.of(header, data));
    }

    private static byte[] floats(float... values) {
        var bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        return bytes.array();
    }

    private static byte[] shorts(int... values) {
        var bytes = ByteBuffer.allocate(2 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (int value : values) {
            bytes.putShort((short) value);
        }
        return bytes.array();
    }
}
