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
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Room for tables: in the heap up to {@value #HEAP_BYTES} bytes, in a file without a name beyond. To be closed, any thread may ask for room before. */
public final class Scratch implements Closeable {

    private static final int HEAP_BYTES = 1 << 18;
    private static final int CHUNK = 1 << 16;

    private final Path folder;
    private final Queue<Room> rooms = new ConcurrentLinkedQueue<>();

    /** @param folder where files go */
    public Scratch(Path folder) {
        this.folder = folder;
    }

    public Path folder() {
        return folder;
    }

    /** @throws UncheckedIOException there is no room in the folder */
    Room allocate(int bytes) {
        if (bytes <= HEAP_BYTES) {
            return new Room(ByteBuffer.allocate(bytes).order(ByteOrder.nativeOrder()), null);
        }
        var room = mapped(bytes);
        rooms.add(room);
        return room;
    }

    private Room mapped(int size) {
        try {
            var file = Files.createTempFile(folder, "scratch-", "");
            try {
                var channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
                try {
                    fill(channel, size);
                    var map = channel.map(FileChannel.MapMode.READ_WRITE, 0, size);
                    return new Room(map.order(ByteOrder.nativeOrder()), channel);
                } catch (IOException e) {
                    channel.close();
                    throw e;
                }
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Gives all room back; no table may be used any more. */
    @Override
    public void close() {
        rooms.forEach(Room::giveBack);
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
