package io.kernelign.lm.weights;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kernelign.input.InvalidInputException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a header cannot be. */
class HeaderRefusalTest {

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("model.safetensors");
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
    @ValueSource(strings = {"[]", "{\"w\":", "{} {}", "nul", "null", "\u00ff\u00fe"})
    void a_header_that_is_not_one_json_object_is_refused(String header) throws IOException {
        Files.write(file, SafetensorsBytes.of(header.getBytes(StandardCharsets.ISO_8859_1), new byte[0]));
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
                "{'dtype':'F32','shape':[-1],'data_offsets':[0,4]} | w.shape[0] is -1; accepted is in a list of at"
                        + " most 16 whole numbers from 0",
                "{'dtype':'F32','shape':[1],'data_offsets':[4,0]} | w.data_offsets is [4, 0]; accepted is a first byte"
                        + " and an end not before it",
                "{'dtype':'F32','shape':[1],'data_offsets':[0,1e300]} | w.data_offsets[1] is 1e300; accepted is in a"
                        + " list of at most 16 whole numbers from 0",
                "{'dtype':'F32','shape':[1],'data_offsets':[4,8]} | w.data_offsets is [4, 8]; accepted is a range from"
                        + " 0 on: it leaves a gap",
                "{'dtype':'F32','shape':{},'data_offsets':[0,4]} | w.shape is an object; accepted is a list of at most"
                        + " 16 whole numbers from 0",
                "{'dtype':'F32','dtype':'F16','shape':[1],'data_offsets':[0,4]} | w.dtype is \"there twice\"; accepted"
                        + " is each field once",
                "7 | w is 7; accepted is an object with dtype, shape and data_offsets",
            })
    void an_entry_that_the_format_forbids_is_named(String entry, String message) throws IOException {
        write("{\"w\":" + entry.replace('\'', '"') + "}", new byte[8]);
        assertRefused("model.safetensors: " + message);
    }

    @Test
    void a_tensor_that_is_described_twice_is_refused() throws IOException {
        var entry = "\"w\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}";
        write("{" + entry + "," + entry + "}", new byte[4]);
        assertRefused("model.safetensors: w is \"there twice\"; accepted is each tensor once");
    }

    @Test
    void metadata_is_an_object_of_texts() throws IOException {
        write("{\"__metadata__\":{\"format\":\"pt\",\"step\":7}}", new byte[0]);
        assertRefused("model.safetensors: __metadata__.step is 7; accepted is a text");
        write("{\"__metadata__\":[]}", new byte[0]);
        assertRefused("model.safetensors: __metadata__ is a list; accepted is an object of texts");
    }

    @Test
    void a_header_of_more_tensors_than_any_model_has_is_refused() throws IOException {
        var empty = "\":{\"dtype\":\"F32\",\"shape\":[0],\"data_offsets\":[0,0]}";
        write(
                IntStream.rangeClosed(0, 100_000)
                        .mapToObj(i -> "\"" + i + empty)
                        .collect(Collectors.joining(",", "{", "}")),
                new byte[0]);
        assertRefused("model.safetensors: header is \"more than 100000 tensors\"; accepted is at most that many");
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

    private void assertRefused(String message) {
        assertThatThrownBy(() -> SafetensorsFile.open(file))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(message);
    }

    private void write(String header, byte[] data) throws IOException {
        Files.write(file, SafetensorsBytes.of(header, data));
    }
}
