package io.kernelign.training;

import io.kernelign.torch.Tensor;
import io.kernelign.torch.Tensors;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;

/** Hidden states of batches, kept float32 in a memory-mapped file that goes away with this. */
final class HiddenStates implements AutoCloseable {

    private record Region(long offset, long rows, long width) {

        long bytes() {
            return rows * width * Float.BYTES;
        }
    }

    private final FileChannel channel;
    private final Map<Integer, Region> regions = new HashMap<>();
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
        map(region, MapMode.READ_WRITE).asFloatBuffer().put(states.floats());
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
        return Tensors.of(map(region, MapMode.READ_ONLY), region.rows, region.width);
    }

    private ByteBuffer map(Region region, MapMode mode) {
        try {
            return channel.map(mode, region.offset, region.bytes()).order(ByteOrder.nativeOrder());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
