package io.kernelign.service.blob;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * Content on its way into a store: a file of its own, complete and on the disk before anything else sees it. Closing
 * deletes the file unless it was moved elsewhere.
 */
record Draft(Path file, long bytes, String sha256) implements AutoCloseable {

    /** What has not been written to for so long was left by a process that died. */
    private static final Duration ABANDONED = Duration.ofDays(1);

    static Draft write(Path folder, BlobContent content) throws IOException {
        var file = folder.resolve(UUID.randomUUID().toString());
        var written = false;
        try (var channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            var hashing = new HashingOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16));
            content.writeTo(hashing);
            hashing.flush();
            channel.force(true);
            var draft = new Draft(file, channel.size(), hashing.hex());
            written = true;
            return draft;
        } finally {
            if (!written) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** The same of content that is written into a file. It goes to the disk while it is written. */
    static Draft writeFile(Path folder, FileContent content) throws IOException {
        var file = folder.resolve(UUID.randomUUID().toString());
        var written = false;
        try (var channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                var flush = new Flush(channel)) {
            var sha256 = content.writeTo(file);
            flush.finish();
            var draft = new Draft(file, channel.size(), sha256);
            written = true;
            return draft;
        } finally {
            if (!written) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** The folder for drafts, made when it is not there and rid of what dead processes left. */
    static Path folder(Path folder) throws IOException {
        Files.createDirectories(folder);
        var abandoned = Instant.now().minus(ABANDONED);
        try (var drafts = Files.list(folder)) {
            for (var draft : drafts.toList()) {
                if (draft.toFile().lastModified() < abandoned.toEpochMilli()) {
                    Files.deleteIfExists(draft);
                }
            }
        }
        return folder;
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }
}
