package io.kernelign.lm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/** What happens to a model's folder before somebody wants to load it. */
interface Damage {

    void to(Path model) throws IOException;

    static void resize(Path file, long more) throws IOException {
        try (var open = new RandomAccessFile(file.toFile(), "rw")) {
            open.setLength(open.length() + more);
        }
    }

    /** Changes a safetensors header into another of the same length. */
    static void edit(Path file, UnaryOperator<String> change) throws IOException {
        var bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        var header = new byte[(int) bytes.getLong()];
        bytes.get(header);
        var text = new String(header, StandardCharsets.UTF_8);
        assertThat(change.apply(text)).hasSameSizeAs(text).isNotEqualTo(text);
        System.arraycopy(
                change.apply(text).getBytes(StandardCharsets.UTF_8), 0, bytes.array(), Long.BYTES, header.length);
        Files.write(file, bytes.array());
    }

    static byte[] littleEndian(long value) {
        return ByteBuffer.allocate(Long.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(value)
                .array();
    }
}
