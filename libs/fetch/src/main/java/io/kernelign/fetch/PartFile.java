package io.kernelign.fetch;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file that grows. What the disk refuses is not what the network refuses: trying again would not help. */
final class PartFile implements AutoCloseable {

    private final Path path;
    private final FileChannel channel;

    /** @param from its length until now; 0 begins anew */
    PartFile(Path path, long from) {
        this.path = path;
        var option = from > 0 ? StandardOpenOption.APPEND : StandardOpenOption.TRUNCATE_EXISTING;
        try {
            channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE, option);
        } catch (IOException e) {
            throw refused(e);
        }
    }

    void write(byte[] bytes, int count) {
        var rest = ByteBuffer.wrap(bytes, 0, count);
        try {
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
        } catch (IOException e) {
            path.toFile().delete();
            throw refused(e);
        }
    }

    /** What was written survives a crash from now on. */
    @Override
    public void close() {
        try (channel) {
            channel.force(true);
        } catch (IOException e) {
            throw refused(e);
        }
    }

    private FetchException refused(IOException reason) {
        return new FetchException(path + " cannot be written: " + reason.getMessage(), reason);
    }
}
