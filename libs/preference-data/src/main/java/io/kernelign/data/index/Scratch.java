package io.kernelign.data.index;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Room for tables: in the heap up to {@value #HEAP_BYTES} bytes, in a file without a name beyond. To be closed, any thread may ask for room before. */
public final class Scratch implements Closeable {

    private static final int HEAP_BYTES = 1 << 18;
    private static final int CHUNK = 1 << 16;

    private final Path folder;
    private final List<FileChannel> files = Collections.synchronizedList(new ArrayList<>());

    /** @param folder where files go */
    public Scratch(Path folder) {
        this.folder = folder;
    }

    public Path folder() {
        return folder;
    }

    /**
     * Zeros.
     *
     * @throws UncheckedIOException there is no room in the folder
     */
    ByteBuffer allocate(long bytes) {
        int size = Math.toIntExact(bytes);
        return (size <= HEAP_BYTES ? ByteBuffer.allocate(size) : mapped(size)).order(ByteOrder.nativeOrder());
    }

    private ByteBuffer mapped(int size) {
        try {
            var file = Files.createTempFile(folder, "scratch-", "");
            try {
                var channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
                files.add(channel);
                fill(channel, size);
                return channel.map(FileChannel.MapMode.READ_WRITE, 0, size);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Gives the room back; no table may be used any more. A map would hold it until the heap is next collected. */
    @Override
    public void close() throws IOException {
        for (var file : files) {
            file.truncate(0);
            file.close();
        }
    }

    /** A hole in a mapped file would end the process when it is written and the disk is full. */
    private static void fill(FileChannel channel, int size) throws IOException {
        var zeros = ByteBuffer.allocateDirect(CHUNK);
        for (long written = 0; written < size; written += zeros.position()) {
            zeros.clear().limit((int) Math.min(CHUNK, size - written));
            while (zeros.hasRemaining()) {
                channel.write(zeros);
            }
        }
    }
}
