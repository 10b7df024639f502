package io.kernelign.lm.weights;

import io.kernelign.torch.Tensor;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import tools.jackson.databind.json.JsonMapper;

/** Writes float32 safetensors files whose bytes depend on nothing but the tensors. */
public final class SafetensorsWriter {

    private static final int ALIGNMENT = 8;
    private static final int CHUNK = 1 << 16;
    private static final JsonMapper MAPPER = JsonMapper.shared();

    private SafetensorsWriter() {}

    /**
     * A tensor to write.
     *
     * @param shape sizes of the dimensions, row-major
     * @param values asked for once, when its turn comes, so that one tensor at a time need be on the heap
     */
    public record Entry(String name, List<Long> shape, Supplier<float[]> values) {

        /** One whose values are its own when its turn comes. */
        public static Entry of(String name, Tensor tensor) {
            return new Entry(name, Arrays.stream(tensor.shape()).boxed().toList(), tensor::floats);
        }

        private long elements() {
            return shape.stream().reduce(1L, Math::multiplyExact);
        }
    }

    /**
     * Writes the tensors, sorted by name, to a file that appears whole or not at all.
     *
     * @throws IllegalArgumentException when the values of a tensor do not fill its shape
     */
    public static void write(Path target, Collection<Entry> entries) {
        var sorted = entries.stream().sorted(Comparator.comparing(Entry::name)).toList();
        var part = target.resolveSibling(target.getFileName() + ".part");
        try {
            try (var out = new BufferedOutputStream(Files.newOutputStream(part), CHUNK)) {
                writeHeader(out, sorted);
                for (var entry : sorted) {
                    writeValues(out, entry);
                }
            }
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            part.toFile().delete();
        }
    }

    private static void writeHeader(OutputStream out, List<Entry> entries) throws IOException {
        var header = new LinkedHashMap<String, Object>();
        header.put("__metadata__", Map.of("format", "pt"));
        long at = 0;
        for (var entry : entries) {
            long end = at + Dtype.F32.bytes() * entry.elements();
            var tensor = new LinkedHashMap<String, Object>();
            tensor.put("dtype", Dtype.F32.name());
            tensor.put("shape", entry.shape());
            tensor.put("data_offsets", List.of(at, end));
            header.put(entry.name(), tensor);
            at = end;
        }
        var json = MAPPER.writeValueAsString(header).getBytes(StandardCharsets.UTF_8);
        int padding = Math.floorMod(-json.length, ALIGNMENT);
        out.write(littleEndian(Long.BYTES).putLong(json.length + padding).array());
        out.write(json);
        out.write(" ".repeat(padding).getBytes(StandardCharsets.US_ASCII));
    }

    private static void writeValues(OutputStream out, Entry entry) throws IOException {
        var values = entry.values().get();
        if (values.length != entry.elements()) {
            throw new IllegalArgumentException(
                    "%s has %d values for the shape %s".formatted(entry.name(), values.length, entry.shape()));
        }
        var bytes = littleEndian(CHUNK);
        for (int at = 0; at < values.length; ) {
            int count = Math.min(CHUNK / Float.BYTES, values.length - at);
            bytes.asFloatBuffer().put(values, at, count);
            out.write(bytes.array(), 0, count * Float.BYTES);
            at += count;
        }
    }

    private static ByteBuffer littleEndian(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
