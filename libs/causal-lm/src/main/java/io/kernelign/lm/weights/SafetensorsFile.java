package io.kernelign.lm.weights;

import io.kernelign.input.FieldError;
import io.kernelign.input.InvalidInputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;

/** A safetensors file whose header was read and checked; the data is mapped read-only, a chunk at a time. */
public final class SafetensorsFile {

    /** Elements mapped at once: far below the 2 GiB that one map can hold. */
    private static final int CHUNK = 1 << 26;

    private final Path path;
    private final Header header;

    private SafetensorsFile(Path path, Header header) {
        this.path = path;
        this.header = header;
    }

    /**
     * @throws InvalidInputException naming the file, and the tensor where there is one, when the header is not one
     *     that the whole file obeys
     * @throws UncheckedIOException when the file cannot be read
     */
    public static SafetensorsFile open(Path path) {
        try (var channel = FileChannel.open(path, StandardOpenOption.READ)) {
            return new SafetensorsFile(
                    path, HeaderReader.read(path.getFileName().toString(), channel));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path path() {
        return path;
    }

    /** All tensors, in the order of their data. */
    public Collection<TensorInfo> tensors() {
        return Collections.unmodifiableCollection(header.tensors().values());
    }

    /** The header's free texts, such as {@code format}. */
    public Map<String, String> metadata() {
        return header.metadata();
    }

    public boolean contains(String name) {
        return header.tensors().containsKey(name);
    }

    /** @throws InvalidInputException when the file has no such tensor */
    public TensorInfo tensor(String name) {
        var tensor = header.tensors().get(name);
        if (tensor == null) {
            throw new InvalidInputException(
                    FieldError.missing(path.getFileName() + ": " + name, "a tensor of this name"));
        }
        return tensor;
    }

    /** All elements of a tensor in row-major order, widened to float32; at most 2^31 - 1 of them. */
    public float[] read(String name) {
        var values = new float[Math.toIntExact(tensor(name).elements())];
        read(name, 0, FloatBuffer.wrap(values));
        return values;
    }

    /**
     * Fills the buffer's remaining room with the elements that start at {@code first}, widened to float32.
     *
     * @throws IndexOutOfBoundsException when the tensor has not that many
     */
    public void read(String name, long first, FloatBuffer target) {
        var tensor = tensor(name);
        if (first < 0 || target.remaining() > tensor.elements() - first) {
            throw new IndexOutOfBoundsException("%s has %d elements, asked for %d from %d"
                    .formatted(name, tensor.elements(), target.remaining(), first));
        }
        try (var channel = FileChannel.open(path, StandardOpenOption.READ)) {
            for (long at = first; target.hasRemaining(); ) {
                int count = Math.min(CHUNK, target.remaining());
                widen(tensor.dtype(), map(channel, tensor, at, count), count, target);
                at += count;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ByteBuffer map(FileChannel channel, TensorInfo tensor, long first, int count) throws IOException {
        long size = tensor.dtype().bytes();
        long position = header.dataStart() + tensor.begin() + first * size;
        return channel.map(MapMode.READ_ONLY, position, count * size).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static void widen(Dtype dtype, ByteBuffer bytes, int count, FloatBuffer target) {
        if (dtype == Dtype.F32) {
            target.put(bytes.asFloatBuffer());
            return;
        }
        for (int i = 0; i < count; i++) {
            target.put(dtype.widen(bytes, i));
        }
    }
}
