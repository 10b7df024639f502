package io.kernelign.service.blob;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Blobs as files of one folder, which several processes may share. */
public final class LocalBlobStore implements BlobStore {

    private static final String STAGING = ".staging";

    private final Path root;
    private final Path staging;

    /** @param root made when it is not there */
    public LocalBlobStore(Path root) throws IOException {
        this.root = root.toAbsolutePath().normalize();
        this.staging = Files.createDirectories(this.root.resolve(STAGING));
    }

    @Override
    public Blob put(UnaryOperator<String> keyOfHash, BlobContent content) throws IOException {
        var draft = staging.resolve(UUID.randomUUID().toString());
        try {
            var hash = write(draft, content);
            var key = keyOfHash.apply(hash);
            var target = file(key);
            Files.createDirectories(target.getParent());
            var bytes = Files.size(draft);
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
            sync(target.getParent());
            return new Blob(key, bytes, hash);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static String write(Path draft, BlobContent content) throws IOException {
        try (var channel = FileChannel.open(draft, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            var hashing = new HashingOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16));
            content.writeTo(hashing);
            hashing.flush();
            channel.force(true);
            return HexFormat.of().formatHex(hashing.digest());
        }
    }

    /** Makes a rename survive a crash: the folder's entry is data too. */
    private static void sync(Path folder) throws IOException {
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    @Override
    public InputStream open(String key) throws IOException {
        return Files.newInputStream(localPath(key));
    }

    @Override
    public long size(String key) throws IOException {
        return Files.size(localPath(key));
    }

    @Override
    public boolean exists(String key) {
        return Files.isRegularFile(file(key));
    }

    @Override
    public boolean delete(String key) throws IOException {
        return exists(key) && Files.deleteIfExists(file(key));
    }

    @Override
    public List<String> list(String prefix) throws IOException {
        try (var files = Files.walk(root)) {
            return files.filter(path -> !path.startsWith(staging) && Files.isRegularFile(path))
                    .map(path -> root.relativize(path).toString().replace('\\', '/'))
                    .filter(key -> key.startsWith(prefix))
                    .sorted()
                    .toList();
        }
    }

    @Override
    public Path localPath(String key) throws IOException {
        if (!exists(key)) {
            throw new NoSuchFileException(key);
        }
        return file(key);
    }

    private Path file(String key) {
        return root.resolve(BlobKeys.check(key));
    }
}
