package io.kernelign.data.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** Zeros for a table to begin with. */
final class Room {

    private final ByteBuffer bytes;

    /** Where it lies; {@code null} in the heap. */
    private final FileChannel file;

    Room(ByteBuffer bytes, FileChannel file) {
        this.bytes = bytes;
        this.file = file;
    }

    ByteBuffer bytes() {
        return bytes;
    }

    /** Nobody looks at the bytes any more. A map would hold their place until the heap is next collected. */
    void giveBack() {
        try {
            if (file != null && file.isOpen()) {
                file.truncate(0);
                file.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
