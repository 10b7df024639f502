package io.kernelign.lm.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kernelign.input.InvalidInputException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
    void tensors_metadata_and_an_empty_tensor_are_listed() throws IOException {
        write(
                "{\"__metadata__\":{\"format\":\"pt\"},\"b\":{\"dtype\":\"F32\",\"shape\":[],\"data_offsets\":[4,8]},"
                        + "\"a\":{\"dtype\":\"F16\",\"shape\":[2,1],\"data_offsets\":[0,4]},"
                        + "\"none\":{\"dtype\":\"BF16\",\"shape\":[0,7],\"data_offsets\":[4,4]}}   ",
                new byte[8]);
        var opened = SafetensorsFile.open(file);
        assertThat(opened.metadata()).containsEntry("format", "pt");
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
    void a_file_shorter_than_its_header_length_is_refused() throws IOException {
        Files.write(file, new byte[7]);
        assertRefused("model.safetensors is \"7 bytes\"; accepted is a safetensors file, which has at least 8 bytes");
    }

    @ParameterizedTest
    @CsvSource({"1152921504606846976, 1152921504606846976", "-1, 18446744073709551615", "3, 3", "0, 0"})
    void a_header_that_does_not_fit_the_file_is_refused_before_it_is_read(long length, String shown)
            throws IOException {
        Files.write(
                file,
                ByteBuffer.allocate(10)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putLong(length)
                        .put((byte) '{')
                        .put((byte) '}')
                        .array());
        assertRefused("model.safetensors: header length is \"" + shown
                + "\"; accepted is 2 to 2, inside the file's 10 bytes");
    }

    @Test
    void a_header_above_the_limit_is_refused_even_where_the_file_is_that_long() throws IOException {
        try (var sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.write(ByteBuffer.allocate(8)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putLong(100_000_001)
                    .array());
            sparse.setLength(200_000_000);
        }
        assertRefused("model.safetensors: header length is \"100000001\"; accepted is 2 to 100000000, inside the file's"
                + " 200000000 bytes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{\"w\":", "{} {}", "nul", "null", "{\"w\":1,\"w\":2}", "\u00ff\u00fe"})
    void a_header_that_is_not_one_json_object_is_refused(String header) throws IOException {
        Files.write(file, framed(header.getBytes(StandardCharsets.ISO_8859_1), new byte[0]));
        assertThatThrownBy(() -> SafetensorsFile.open(file))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("model.safetensors: header is not valid: ")
                .hasMessageEndingWith("accepted is one JSON object");
    }

    @Test
    void a_truncated_file_names_the_first_tensor_that_does_not_fit() throws IOException {
        write(
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]},"
                        + "\"b\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[4,12]}}",
                new byte[11]);
        assertRefused("model.safetensors: b.data_offsets is [4, 12]; accepted is a range inside the 11 bytes of data"
                + " (is the file truncated?)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'dtype':'F8_E4M3','shape':[4],'data_offsets':[0,4]} | w.dtype is \"F8_E4M3\"; accepted is one of F32,"
                        + " F16, BF16",
                "{'shape':[4],'data_offsets':[0,4]} | w.dtype is missing; accepted is one of F32, F16, BF16",
                "{'dtype':'F32','shape':[2],'data_offsets':[0,4]} | w.data_offsets is [0, 4]; accepted is as many bytes"
                        + " as F32[2] needs",
                "{'dtype':'F32','shape':[4294967296,4294967296],'data_offsets':[0,4]} | w.data_offsets is [0, 4];"
                        + " accepted is as many bytes as F32[4294967296, 4294967296] needs",
                "{'dtype':'F32','shape':[-1],'data_offsets':[0,4]} | w.shape is [-1]; accepted is a list of at most 16"
                        + " whole numbers from 0",
                "{'dtype':'F32','shape':[1],'data_offsets':[4,0]} | w.data_offsets is [4, 0]; accepted is a first byte"
                        + " and an end not before it",
                "{'dtype':'F32','shape':[1],'data_offsets':[0,1e300]} | w.data_offsets is [0, 1.0E300]; accepted is a"
                        + " list of at most 16 whole numbers from 0",
                "{'dtype':'F32','shape':[1],'data_offsets':[4,8]} | w.data_offsets is [4, 8]; accepted is a range from"
                        + " 0 on: it leaves a gap",
                "7 | w is 7; accepted is an object with dtype, shape and data_offsets",
            })
    void an_entry_that_the_format_forbids_is_named(String entry, String message) throws IOException {
        write("{\"w\":" + entry.replace('\'', '"') + "}", new byte[8]);
        assertRefused("model.safetensors: " + message);
    }

    @Test
    void overlapping_tensors_are_refused() throws IOException {
        write(
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]},"
                        + "\"b\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[4,12]}}",
                new byte[12]);
        assertRefused("model.safetensors: b.data_offsets is [4, 12]; accepted is a range from 8 on: it overlaps the"
                + " tensor before");
    }

    @Test
    void bytes_that_no_tensor_describes_are_refused() throws IOException {
        write("{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}}", new byte[5]);
        assertRefused("model.safetensors: data is \"5 bytes\"; accepted is the 4 bytes" + " that the header describes");
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
        assertThat(opened.metadata()).containsEntry("format", "pt");

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

    private void assertRefused(String message) {
        assertThatThrownBy(() -> SafetensorsFile.open(file))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(message);
    }

    private void write(String header, byte[] data) throws IOException {
        Files.write(file, framed(header.getBytes(StandardCharsets.UTF_8), data));
    }

    private static byte[] framed(byte[] header, byte[] data) {
        return ByteBuffer.allocate(8 + header.length + data.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(header.length)
                .put(header)
                .put(data)
                .array();
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
