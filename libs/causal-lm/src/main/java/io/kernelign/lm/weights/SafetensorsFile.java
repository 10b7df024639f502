package io.kernelign.lm.weights;

import io.kernelign.input.InvalidInputException;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.Collections;

/** A safetensors file whose header was read and checked; the data is read a chunk at a time. */
public final class SafetensorsFile implements WeightFiles {

    /** Elements read at once. A map would be quicker by nothing, and stays in memory until the heap is collected. */
    private static final int CHUNK = 1 << 18;

    private final Path path;
    private final Header header;

    private final long bytes;

    private SafetensorsFile(Path path, Header header, long bytes) {
        this.path = path;
        this.header = header;
        this.bytes = bytes;
    }

    /**
     * @throws InvalidInputException naming the file, and the tensor where there is one, when the header is not one
     *     that the whole file obeys
     * @throws UncheckedIOException when the file cannot be read
     */
    public static SafetensorsFile open(Path path) {
        try (var channel = FileChannel.open(path, StandardOpenOption.READ)) {
            var name = path.getFileName().toString();
            return new SafetensorsFile(path, Header.read(name, ByteSource.of(channel)), channel.size());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Path path() {
        return path;
    }

    /** The file's own name. */
    public String name() {
        return path.getFileName().toString();
    }

    /** All tensors, in the order of their data. */
    @Override
    public Collection<TensorInfo> tensors() {
        return Collections.unmodifiableCollection(header.tensors().values());
    }

    @Override
    public boolean contains(String name) {
        return header.tensors().containsKey(name);
    }

    @Override
    public SafetensorsFile holding(String name) {
        tensor(name);
        return this;
    }

    @Override
    public long bytes() {
        return bytes;
    }

    @Override
    public TensorInfo tensor(String name) {
        var tensor = header.tensors().get(name);
        if (tensor == null) {
            throw TensorEntry.wrong(name(), name, null, "a tensor of this name");
        }
        return tensor;
    }

    @Override
    public float[] read(String name) {
        var values = new float[Math.toIntExact(tensor(name).elements())];
        read(name, 0, FloatBuffer.wrap(values));
        return values;
    }

    @Override
    public void read(String name, long first, FloatBuffer target) {
        var tensor = tensor(name);
        if (first < 0 || target.remaining() > tensor.elements() - first) {
            throw new IndexOutOfBoundsException("%s has %d elements, asked for %d from %d"
                    .formatted(name, tensor.elements(), target.remaining(), first));
        }
        int size = tensor.dtype().bytes();
        var chunk =
                ByteBuffer.allocate(size * Math.min(CHUNK, target.remaining())).order(ByteOrder.LITTLE_ENDIAN);
        try (var channel = FileChannel.open(path, StandardOpenOption.READ)) {
            long position = header.dataStart() + tensor.begin() + first * size;
            while (target.hasRemaining()) {
                int count = Math.min(CHUNK, target.remaining());
                fill(chunk.clear().limit(size * count), channel, position);
                widen(tensor.dtype(), chunk, count, target);
                position += chunk.limit();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Fills a buffer from its beginning to its limit, and goes back to its beginning. */
    private void fill(ByteBuffer bytes, FileChannel channel, long position) throws IOException {
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, position + bytes.position()) < 0) {
                throw new EOFException(name() + " has become shorter since it was checked");
            }
        }
        bytes.flip();
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
