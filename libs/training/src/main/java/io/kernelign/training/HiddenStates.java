package io.kernelign.training;

import io.kernelign.torch.Tensor;
import io.kernelign.torch.Tensors;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;

/** Hidden states of batches, kept float32 in a file that goes away with this. */
final class HiddenStates implements AutoCloseable {

    private record Region(long offset, long rows, long width) {

        long bytes() {
            return rows * width * Float.BYTES;
        }
    }

    private final FileChannel channel;
    private final Map<Integer, Region> regions = new HashMap<>();
    private ByteBuffer buffer = ByteBuffer.allocateDirect(0);
    private long end;

    HiddenStates(Path file) {
        try {
            channel = FileChannel.open(
                    file,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.DELETE_ON_CLOSE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keeps a batch's states [n, d]. */
    void put(int batch, Tensor states) {
        var region = new Region(end, states.size(0), states.size(1));
        var bytes = room(region);
        bytes.asFloatBuffer().put(states.floats());
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes, region.offset + bytes.position());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        regions.put(batch, region);
        end += region.bytes();
    }

    /** Whether a batch's states were put. */
    boolean holds(int batch) {
        return regions.containsKey(batch);
    }

    /** A batch's states [n, d]. */
    Tensor get(int batch) {
        var region = regions.get(batch);
        var bytes = room(region);
        try {
            while (bytes.hasRemaining()) {
                if (channel.read(bytes, region.offset + bytes.position()) < 0) {
                    throw new EOFException("the file of hidden states was cut off");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Tensors.of(bytes.flip(), region.rows, region.width);
    }

    /** The buffer, empty, with room for just that region; a map of the file would stay until the heap is collected. */
    private ByteBuffer room(Region region) {
        int bytes = Math.toIntExact(region.bytes());
        if (buffer.capacity() < bytes) {
            buffer = ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder());
        }
        return buffer.clear().limit(bytes);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
