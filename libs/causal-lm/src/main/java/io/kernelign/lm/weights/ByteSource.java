package io.kernelign.lm.weights;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** Bytes that can be read at any place: those of a file, or what stands for one. */
public interface ByteSource {

    long size() throws IOException;

    /**
     * A copy of some of them.
     *
     * @param position of the first, which like all others lies inside {@link #size}
     */
    byte[] bytes(long position, int count) throws IOException;

    /** The bytes of an open file, which stays the caller's. */
    static ByteSource of(FileChannel channel) {
        return new ByteSource() {
            @Override
            public long size() throws IOException {
                return channel.size();
            }

            @Override
            public byte[] bytes(long position, int count) throws IOException {
                var buffer = ByteBuffer.allocate(count);
                while (buffer.hasRemaining()) {
                    if (channel.read(buffer, position + buffer.position()) < 0) {
                        throw new EOFException("the file became shorter while it was read");
                    }
                }
                return buffer.array();
            }
        };
    }
}
